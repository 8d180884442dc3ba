-- The document for Word: a table of contents that is filled before Word has counted the pages.
package.path = pandoc.path.join { pandoc.path.directory(PANDOC_SCRIPT_FILE), '?.lua;' } .. package.path
local documents = require 'documents'

local FIELD = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
local CODE = '<w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>'

local function run(text)
  return '<w:r><w:t xml:space="preserve">' .. documents.escape(text) .. '</w:t></w:r>'
end

-- An entry links to its heading; its page is a field that Word fills in.
local function entry(header, before)
  local text = pandoc.utils.stringify(header)
  local number, title = text:match '^(%d+) (.*)$'
  local label = number and run(number) .. '<w:r><w:tab/></w:r>' .. run(title) or run(text)
  return table.concat {
    '<w:p><w:pPr><w:pStyle w:val="TOC', header.level, '"/></w:pPr>', before,
    '<w:hyperlink w:anchor="', header.identifier, '">', label, '<w:r><w:tab/></w:r>',
    FIELD:format 'begin', CODE:format('PAGEREF ' .. header.identifier .. ' \\h'),
    FIELD:format 'separate', run '\u{2007}', FIELD:format 'end', '</w:hyperlink></w:p>'
  }
end

local function contents(doc, div)
  local title = pandoc.utils.stringify(div)
  local rows = {}
  local start = FIELD:format 'begin' .. CODE:format 'TOC \\o "1-2" \\h \\z \\u'
      .. FIELD:format 'separate'
  for n, header in ipairs(documents.headings(doc)) do
    rows[n] = entry(header, n == 1 and start or '')
  end
  return pandoc.RawBlock('openxml', table.concat {
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>',
    '</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>',
    run(title), '</w:p>', table.concat(rows), '<w:p>', FIELD:format 'end', '</w:p>',
    '</w:sdtContent></w:sdt>'
  })
end

function Pandoc(doc) return documents.prepare(doc, contents) end
