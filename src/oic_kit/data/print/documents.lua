-- What DOCX and ODT share: pictures as points, ornaments left out, names of styles.
local documents = {}

-- Drawings are made for a column of 120 mm: their letters are then as large as those of a table.
local WIDTH = '80%'

-- Word shows an SVG only beside a picture of points, and pandoc makes none: Python has drawn them.
local function picture(image)
  image.src = image.src:gsub('%.svg$', '.png')
  image.attributes.width = WIDTH
  return image
end

local function named(div, style)
  div.attributes['custom-style'] = style
  return div
end

-- A paragraph right below a table keeps its distance.
local function below_tables(blocks)
  for n = 2, #blocks do
    if blocks[n - 1].t == 'Table' and blocks[n].t == 'Para' then
      blocks[n] = pandoc.Div({ blocks[n] }, { ['custom-style'] = 'After Table' })
    end
  end
  return blocks
end

function documents.prepare(doc, contents)
  -- The name of the author would be printed below the title; Python writes it where it belongs.
  doc.meta.author = nil
  -- Everything else in the head of the document would become one of its properties.
  doc.meta.words = nil
  doc = doc:walk { Blocks = below_tables }
  return doc:walk {
    Image = picture,
    Span = function(span)
      if span.classes:includes 'chapter-number' then return named(span, 'Chapter Number') end
    end,
    Div = function(div)
      if div.classes:includes 'contents' then return contents(doc, div) end
      if div.classes:includes 'beside' then return {} end
      if div.classes:includes 'facts' then return named(div, 'Cover Facts') end
      if div.classes:includes 'notice' then return named(div, 'Notice') end
    end
  }
end

-- Headings of parts and chapters, for a table of contents.
function documents.headings(doc)
  local found = {}
  doc.blocks:walk {
    Header = function(header)
      if header.level <= 2 then table.insert(found, header) end
    end
  }
  return found
end

function documents.escape(text)
  return (text:gsub('&', '&amp;'):gsub('<', '&lt;'):gsub('>', '&gt;'))
end

return documents
