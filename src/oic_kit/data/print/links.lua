-- Names of headings that are unique in the whole book, and links that find them.
local links = {}

local function chapter_of(book, file)
  for _, chapter in ipairs(book.files) do
    if chapter.file == file then return chapter.id end
  end
end

-- A link to another chapter leads there; a link to a file that does not travel along is only text.
local function resolved(link, book, chapter)
  if link.target:match '^%a[%w+.-]*:' then return link end
  local own = link.target:match '^#(.+)$'
  if own then
    link.target = '#' .. chapter.id .. '--' .. own
    return link
  end
  local file, anchor = link.target:match '^([%w-]+%.md)#?(.*)$'
  local id = file and not book.sheet and chapter_of(book, file)
  if not id then return link.content end
  link.target = '#' .. id .. (anchor ~= '' and '--' .. anchor or '')
  return link
end

function links.resolve(doc, book, chapter)
  return doc:walk {
    Header = function(header)
      header.identifier = chapter.id .. '--' .. header.identifier
      return header
    end,
    Link = function(link) return resolved(link, book, chapter) end
  }
end

return links
