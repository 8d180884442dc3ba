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
  if div.classes:includes 'facts' or div.classes:includes 'part-contents' then return {} end
  return div
end

local function cover(doc)
  local title = pandoc.write(pandoc.Pandoc { pandoc.Plain(doc.meta.title) }, 'html')
  return raw('<div class="cover"><h1>' .. title:gsub('<br ?/?>', ' ') .. '</h1><p>'
    .. text_of(doc.meta.subtitle) .. '</p></div>')
end

local function without_parts(blocks)
  return blocks:filter(function(block)
    return not (block.t == 'Header' and block.classes:includes 'part')
  end)
end

function Pandoc(doc)
  local book = doc.meta.subtitle ~= nil
  local list = book and contents(doc)
  local head = book and { cover(doc), list }
      or { raw('<h1>' .. text_of(doc.meta.title) .. '</h1>') }
  doc.blocks = without_parts(doc.blocks):walk {
    Header = function(header)
      header.level = header.level + (book and -1 or 1)
      return header
    end
  }
  doc = doc:walk { Table = framed, Div = div_of, Span = function(span)
    span.attributes['custom-style'] = nil
    return span
  end }
  doc.blocks = doc.blocks:filter(function(block)
    return not (block.t == 'Div' and block.classes:includes 'contents')
  end)
  for n = #head, 1, -1 do doc.blocks:insert(1, head[n]) end
  doc.meta.pagetitle = pandoc.utils.stringify(doc.meta.title)
  return doc
end
