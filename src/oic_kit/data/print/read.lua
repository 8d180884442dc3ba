-- Reads a book that Python has gathered (services/playbook_book.py) as one document:
-- parts, chapters, boxes, numbered figures, links between chapters, languages, tables with widths.
-- One reading serves all formats; what only one of them needs stands in the filter of its name.

package.path = pandoc.path.join { pandoc.path.directory(PANDOC_SCRIPT_FILE), '?.lua;' } .. package.path
local boxes = require 'boxes'
local fields = require 'fields'
local figures = require 'figures'
local links = require 'links'
local phrases = require 'phrases'
local tables = require 'tables'

-- As GitHub and Hugo read it. A place writes prices and brackets: no formulas, no raw HTML.
local MARKDOWN = 'gfm+implicit_figures-tex_math_dollars-tex_math_gfm-raw_html-emoji'
    .. '-yaml_metadata_block'

-- Whatever looks like HTML is text: it is printed as it was typed, in every format.
local TYPED = {
  RawInline = function(raw) return pandoc.Str(raw.text) end,
  RawBlock = function(raw) return pandoc.Para { pandoc.Str(raw.text) } end
}

local function body(text, book, chapter)
  local doc = pandoc.read(text, MARKDOWN):walk(TYPED)
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
  local number = pandoc.Span({ pandoc.Str(('%d'):format(chapter.number)) }, { class = 'chapter-number' })
  local title = pandoc.Inlines { number, pandoc.Space() } .. pandoc.Inlines(chapter.title)
  local class = chapter.priority and { 'chapter', 'priority' } or { 'chapter' }
  local blocks = pandoc.Blocks { pandoc.Header(2, title, pandoc.Attr(chapter.id, class)) }
  blocks:insert(lead(chapter.description))
  local text = shifted(body(chapter.body, book, chapter), 1)
  blocks:extend(boxes.wrap(text, book.boxes, 3))
  return blocks
end

-- The chapters of a part, as links: what a page with nothing but its title would lack.
local function part_contents(part)
  local rows = pandoc.List(part.chapters):map(function(chapter)
    local number = pandoc.Str(('%d'):format(chapter.number))
    local title = pandoc.Link(pandoc.Inlines(chapter.title), '#' .. chapter.id)
    return pandoc.Para { number, pandoc.Space(), title }
  end)
  return pandoc.Div(rows, { class = 'part-contents', ['custom-style'] = 'Part Contents' })
end

local function book_blocks(book)
  local facts = pandoc.List(book.facts):map(function(text) return pandoc.Para(pandoc.Inlines(text)) end)
  local title = pandoc.Plain(pandoc.Inlines(book.words.contents))
  local beside = pandoc.List(book.beside):map(function(sheet)
    return pandoc.Para { pandoc.Link(pandoc.Inlines(sheet.title), sheet.id .. '.html') }
  end)
  local blocks = pandoc.Blocks {
    pandoc.Div(facts, { class = 'facts' }),
    pandoc.Div({ title }, { class = 'contents' }),
    pandoc.Div(beside, { class = 'beside' })
  }
  for _, part in ipairs(book.parts) do
    local attr = pandoc.Attr(('part-%d'):format(part.number), { 'part' })
    blocks:insert(pandoc.Header(1, pandoc.Inlines(part.title), attr))
    blocks:insert(part_contents(part))
    for _, chapter in ipairs(part.chapters) do
      blocks:extend(chapter_blocks(book, chapter))
    end
  end
  return blocks
end

-- A letter or form: its own text with fields, then a page on how to use it that is not sent.
local function letter_blocks(book)
  local letter, note = book.sheet, book.sheet.note
  local blocks = fields.mark(shifted(body(letter.body, book, letter), -1))
  local start = pandoc.Para(pandoc.Inlines(note.start))
  blocks:insert(pandoc.Div({ start }, { ['custom-style'] = 'Note Start' }))
  blocks:extend(shifted(body(note.body, book, letter), -1))
  return blocks
end

local function sheet_blocks(book)
  local sheet = book.sheet
  if sheet.note then return letter_blocks(book) end
  local blocks, text = pandoc.Blocks { lead(sheet.description) }, shifted(body(sheet.body, book, sheet), -1)
  blocks:extend(sheet.fields and fields.mark(text) or text)
  return blocks
end

local BOLD = { ['custom-style'] = 'Title Bold' }

-- The title as the cover sets it: the name of the place is bold, everything else is light.
local function title_of(book)
  if book.sheet then return pandoc.Inlines(book.meta.title) end
  local title = pandoc.Inlines { pandoc.Str(book.words.name), pandoc.LineBreak() }
  for _, run in ipairs(book.title) do
    local inlines = pandoc.Inlines(run.text)
    title:extend(run.bold and { pandoc.Span({ pandoc.Strong(inlines) }, BOLD) } or inlines)
  end
  return title
end

function Reader(input)
  local book = pandoc.json.decode(tostring(input), false)
  local doc = pandoc.Pandoc(book.sheet and sheet_blocks(book) or book_blocks(book))
  for key, value in pairs(book.meta) do
    doc.meta[key] = pandoc.MetaString(value)
  end
  -- As plain strings: from a file of metadata they would be read as Markdown.
  local words = {}
  for key, text in pairs(book.words) do words[key] = pandoc.MetaString(text) end
  doc.meta.words = pandoc.MetaMap(words)
  doc.meta.title = pandoc.MetaInlines(title_of(book))
  doc.meta.subtitle = book.parts and pandoc.MetaString(book.words.subtitle) or nil
  return doc
end
