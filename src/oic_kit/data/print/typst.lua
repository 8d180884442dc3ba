-- The document as Typst: what the layout in playbook/design/print/ draws is called by name here.
-- pandoc's own writer drops the alternative texts of pictures; this filter writes them.

local function raw(text) return pandoc.RawBlock('typst', text) end
local function inline(text) return pandoc.RawInline('typst', text) end
local function quoted(text) return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"') .. '"' end

local function typst(blocks)
  return (pandoc.write(pandoc.Pandoc(blocks), 'typst', { wrap_text = 'none' }):gsub('%s+$', ''))
end

local function plain(inlines) return typst { pandoc.Plain(inlines) } end

-- Tables

local ALIGN = { AlignRight = 'right', AlignCenter = 'center', AlignLeft = 'left', AlignDefault = 'left' }

-- A cell as inlines; a pipe table has no others. Written one by one, cells would take seconds.
-- At the start of a cell, "1. March" would begin a list for Typst: an expression stands before it.
local function add_row(row, made)
  for _, cell in ipairs(row.cells) do
    made:insert(inline '[#none;')
    made:extend(pandoc.utils.blocks_to_inlines(cell.contents))
    made:insert(inline '], ')
  end
end

local function table_of(tbl)
  local columns, aligns = {}, {}
  for n, spec in ipairs(tbl.colspecs) do
    columns[n] = spec[2] and string.format('%.3ffr', spec[2] * 100) or 'auto'
    aligns[n] = ALIGN[spec[1]]
  end
  local made = pandoc.Inlines { inline(string.format(
    '#data-table(wide: %s, columns: (%s,), align: (%s,), table.header(',
    tostring(tbl.classes:includes 'wide'), table.concat(columns, ', '), table.concat(aligns, ', '))) }
  add_row(tbl.head.rows[1], made)
  made:insert(inline '), ')
  for _, part in ipairs(tbl.bodies) do
    for _, row in ipairs(part.body) do add_row(row, made) end
  end
  made:insert(inline ')')
  return pandoc.Plain(made)
end

-- Figures

local function figure_of(figure)
  local image = figure.content[1].content[1]
  return raw(string.format('#picture(%s, alt: %s, caption: [%s]) <%s>', quoted(image.src),
    quoted(pandoc.utils.stringify(image.caption)), plain(figure.caption.long[1].content),
    figure.identifier))
end

-- Lists with boxes to tick

local BOX = { ['☐'] = 'false', ['☒'] = 'true' }

local function ticks(list)
  local items = {}
  for n, item in ipairs(list.content) do
    local first = item[1] and item[1].content and item[1].content[1]
    local ticked = first and first.t == 'Str' and BOX[first.text]
    if not ticked then return nil end
    local words = item[1].content
    words:remove(1)
    items[n] = string.format('(%s, [%s])', ticked, typst(item))
  end
  return raw('#checklist(' .. table.concat(items, ', ') .. ')')
end

-- Headings and boxes

local function part_of(header)
  local number = header.identifier:match '(%d+)$'
  return raw(string.format('#part(%s, [#heading(level: 1)[%s] <%s>])', number, plain(header.content),
    header.identifier))
end

local function box_of(div)
  local blocks = div.content
  local heading = blocks:remove(1)
  local made = pandoc.Blocks { heading, raw('#box-of("' .. div.attributes.role .. '")[') }
  made:extend(blocks)
  made:insert(raw ']')
  return made
end

local function call(name, div)
  local made = pandoc.Blocks { raw('#' .. name .. '[') }
  made:extend(div.content)
  made:insert(raw ']')
  return made
end

local function notice_of(div)
  local title = div.content:remove(1)
  return call('notice(' .. quoted(pandoc.utils.stringify(title)) .. ')', div)
end

-- What the layout draws itself.
local DRAWN = { contents = true, facts = true, beside = true, ['part-contents'] = true }

local function div_of(div)
  if div.classes:includes 'box' then return box_of(div) end
  if div.classes:includes 'lead' then return call('lead', div) end
  if DRAWN[div.classes[1]] then return {} end
  if div.classes:includes 'notice' then return notice_of(div) end
end

local function span_of(span)
  if span.classes:includes 'field' then
    return { inline '#field[', span, inline ']' }
  end
  if span.attributes.lang then
    local made = pandoc.Inlines { inline('#foreign("' .. span.attributes.lang .. '")[') }
    made:extend(span.content)
    made:insert(inline ']')
    return made
  end
  if span.classes:includes 'chapter-number' then return span.content end
end

function Pandoc(doc)
  doc = doc:walk { Span = span_of }
  doc = doc:walk { BulletList = ticks }
  doc = doc:walk { Table = table_of, Figure = figure_of }
  return doc:walk {
    Div = div_of,
    Header = function(header)
      if header.classes:includes 'part' then return part_of(header) end
    end
  }
end
