-- The document for LibreOffice: a table of contents whose pages are counted when it is opened.
package.path = pandoc.path.join { pandoc.path.directory(PANDOC_SCRIPT_FILE), '?.lua;' } .. package.path
local documents = require 'documents'

local TEMPLATE = table.concat {
  '<text:table-of-content-entry-template text:outline-level="%d" text:style-name="Contents_20_%d">',
  '<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right"/>',
  '<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>'
}

local function entry(header)
  local text = documents.escape(pandoc.utils.stringify(header))
  local label = text:gsub('^(%d+) ', '%1<text:tab/>')
  return table.concat {
    '<text:p text:style-name="Contents_20_', header.level, '"><text:a xlink:type="simple" xlink:href="#',
    header.identifier, '">', label, '<text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="',
    header.identifier, '">\u{2007}</text:bookmark-ref></text:a></text:p>'
  }
end

local function contents(doc, div)
  local title = documents.escape(pandoc.utils.stringify(div))
  local rows = {}
  for n, header in ipairs(documents.headings(doc)) do rows[n] = entry(header) end
  return pandoc.RawBlock('opendocument', table.concat {
    '<text:table-of-content text:name="Contents" text:protected="false"><text:table-of-content-source ',
    'text:outline-level="2"><text:index-title-template text:style-name="Contents_20_Heading">', title,
    '</text:index-title-template>', TEMPLATE:format(1, 1), TEMPLATE:format(2, 2),
    '</text:table-of-content-source><text:index-body><text:index-title text:name="Contents_Head">',
    '<text:p text:style-name="Contents_20_Heading">', title, '</text:p></text:index-title>',
    table.concat(rows), '</text:index-body></text:table-of-content>'
  })
end

-- pandoc drops what cannot be seen; it is written behind the picture, and Python puts it into it.
local function described(image)
  local text = documents.escape(pandoc.utils.stringify(image.caption))
  return { image, pandoc.RawInline('opendocument', '<svg:title>' .. text .. '</svg:title>') }
end

function Pandoc(doc)
  return documents.prepare(doc, contents):walk { Image = described }
end
