-- The book as pages of a browser, one a chapter: the title of a chapter is the first heading there.
-- A sheet is one page of its own.

local function raw(html) return pandoc.RawBlock('html', html) end

local function escape(text)
  return (text:gsub('&', '&amp;'):gsub('<', '&lt;'):gsub('>', '&gt;'):gsub('"', '&quot;'))
end

local function text_of(element) return escape(pandoc.utils.stringify(element)) end

-- Contents: the parts with links to the pages of their chapters.

local function chapter_line(header)
  local number, title = pandoc.utils.stringify(header):match '^(%d+) (.*)$'
  return string.format('<li><span class="number">%s</span><a href="%s.html">%s</a></li>', number,
    header.identifier, escape(title))
end

local function contents(doc)
  local html = {}
  doc.blocks:walk {
    Header = function(header)
      if header.classes:includes 'part' then
        table.insert(html, (#html > 0 and '</ol></section>' or '') .. '<section><h2 id="'
          .. header.identifier .. '">' .. text_of(header) .. '</h2><ol>')
      elseif header.classes:includes 'chapter' then
        table.insert(html, chapter_line(header))
      end
    end
  }
  return raw('<div class="contents">' .. table.concat(html, '\n') .. '</ol></section></div>')
end

-- A wide table scrolls in a frame of its own, which the keyboard reaches; its cells name their column.

local function framed(tbl)
  local names = {}
  for _, cell in ipairs(tbl.head.rows[1].cells) do
    cell.attr = pandoc.Attr('', {}, { scope = 'col' })
    table.insert(names, pandoc.utils.stringify(cell.contents))
  end
  for n, spec in ipairs(tbl.colspecs) do tbl.colspecs[n] = { spec[1] } end
  local name = escape(table.concat(names, ', '))
  return {
    raw('<div class="table" role="region" tabindex="0" aria-label="' .. name .. '">'), tbl,
    raw '</div>'
  }
end

local function div_of(div)
  local role = div.attributes.role
  div.attributes = {}
  if role then div.classes:insert('box-' .. role) end
  return div
end

local function span_of(span)
  span.attributes['custom-style'] = nil
  return span
end

-- The first page: title, contents, and the sheets beside the book.
local function front(doc)
  local title = pandoc.write(pandoc.Pandoc { pandoc.Plain(doc.meta.title) }, 'html')
  title = title:gsub('<br ?/?>', ' '):gsub(' data%-custom%-style="[^"]*"', '')
  local blocks = pandoc.Blocks {
    raw('<div class="cover"><h1>' .. title .. '</h1><p>' .. text_of(doc.meta.subtitle) .. '</p></div>'),
    contents(doc)
  }
  doc.blocks:walk {
    Div = function(div)
      if div.classes:includes 'beside' then blocks:insert(div) end
    end
  }
  return pandoc.MetaBlocks(blocks)
end

local ELSEWHERE = { contents = true, facts = true, beside = true, ['part-contents'] = true }

-- What stands on the first page, or on none, is left out of the pages of the chapters.
local function chapters_only(blocks)
  return blocks:filter(function(block)
    if block.t == 'Header' then return not block.classes:includes 'part' end
    return not (block.t == 'Div' and ELSEWHERE[block.classes[1]])
  end)
end

local function relevelled(blocks, by)
  return blocks:walk {
    Header = function(header)
      header.level = header.level + by
      return header
    end
  }
end

-- Texts that the template puts into attributes, too: a quote must not end them there.
local function attribute(meta)
  return pandoc.MetaInlines { pandoc.RawInline('html', text_of(meta)) }
end

local function safe_for_attributes(meta)
  for key, text in pairs(meta.words) do meta.words[key] = attribute(text) end
  meta.running = attribute(meta.author)
  meta.about = attribute(meta.description)
  meta.author, meta.description = nil, nil
end

function Pandoc(doc)
  safe_for_attributes(doc.meta)
  local book = doc.meta.subtitle ~= nil
  local name = pandoc.utils.stringify(doc.meta.title)
  if book then doc.meta.front = front(doc) end
  doc.blocks = relevelled(chapters_only(doc.blocks), book and -1 or 1)
  doc = doc:walk { Table = framed, Div = div_of, Span = span_of }
  if not book then doc.blocks:insert(1, raw('<h1>' .. escape(name) .. '</h1>')) end
  doc.meta.title, doc.meta.pagetitle = name, name
  return doc
end
