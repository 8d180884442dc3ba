-- Reads a book that Python has gathered (services/playbook_book.py) as one document:
-- parts, chapters, boxes, numbered figures, links between chapters, languages, tables with widths.
-- One reading serves all formats; what only one of them needs stands in the filter of its name.

package.path = pandoc.path.join { pandoc.path.directory(PANDOC_SCRIPT_FILE), '?.lua;' } .. package.path
local boxes = require 'boxes'
local figures = require 'figures'
local links = require 'links'
local phrases = require 'phrases'
local tables = require 'tables'

-- As GitHub and Hugo read it. A place writes prices and brackets: no formulas, no raw HTML.
local MARKDOWN = 'gfm+implicit_figures-tex_math_dollars-tex_math_gfm-raw_html-emoji'
    .. '-yaml_metadata_block'

local function body(text, book, chapter)
  local doc = pandoc.read(text, MARKDOWN)
  doc = links.resolve(doc, book, chapter)
  doc = figures.number(doc, book, chapter)
  doc = phrases.mark(doc, book.phrases)
  doc = tables.measure(doc)
  return doc.blocks
end

local function shifted(blocks, by)
  return blocks:walk {
    Header = function(header)
      header.level = header.level + by
      return header
    end
  }
end

local function lead(text)
  return pandoc.Div({ pandoc.Para(pandoc.Inlines(text)) }, { class = 'lead', ['custom-style'] = 'Lead' })
end

local function chapter_blocks(book, chapter)
  local number = pandoc.Span({ pandoc.Str(tostring(chapter.number)) }, { class = 'chapter-number' })
  local title = pandoc.Inlines { number, pandoc.Space() } .. pandoc.Inlines(chapter.title)
  local class = chapter.priority and { 'chapter', 'priority' } or { 'chapter' }
  local blocks = pandoc.Blocks { pandoc.Header(2, title, pandoc.Attr(chapter.id, class)) }
  blocks:insert(lead(chapter.description))
  local text = shifted(body(chapter.body, book, chapter), 1)
  blocks:extend(boxes.wrap(text, book.boxes, 3))
  return blocks
end

local function book_blocks(book)
  local blocks = pandoc.Blocks { pandoc.Div({}, { id = 'contents', class = 'contents' }) }
  for _, part in ipairs(book.parts) do
    local attr = pandoc.Attr('part-' .. part.number, { 'part' })
    blocks:insert(pandoc.Header(1, pandoc.Inlines(part.title), attr))
    for _, chapter in ipairs(part.chapters) do
      blocks:extend(chapter_blocks(book, chapter))
    end
  end
  return blocks
end

local function sheet_blocks(book)
  local sheet = book.sheet
  local blocks = pandoc.Blocks { lead(sheet.description) }
  blocks:extend(shifted(body(sheet.body, book, sheet), -1))
  return blocks
end

function Reader(input)
  local book = pandoc.json.decode(tostring(input), false)
  local doc = pandoc.Pandoc(book.sheet and sheet_blocks(book) or book_blocks(book))
  for key, value in pairs(book.meta) do
    doc.meta[key] = pandoc.MetaString(value)
  end
  doc.meta.title = pandoc.MetaInlines(pandoc.Inlines(book.meta.title))
  return doc
end
