-- Phrases of another language say so: screen readers then speak them as they are meant.
local phrases = {}

-- The words of a phrase, and the Space between them, as a list of inlines would hold them.
local function words_of(phrase)
  local words = {}
  for word in phrase:gmatch '%S+' do table.insert(words, word) end
  return words
end

local function index_of(list)
  local index = {}
  for _, entry in ipairs(list) do
    local words = words_of(entry.text)
    index[words[1]] = index[words[1]] or {}
    table.insert(index[words[1]], { words = words, lang = entry.lang })
  end
  for _, entries in pairs(index) do
    table.sort(entries, function(a, b) return #a.words > #b.words end)
  end
  return index
end

local function bare(text) return (text:gsub('[%p]+$', '')) end

-- How many inlines from `at` on are this phrase; the last word may carry punctuation.
local function length(inlines, at, words)
  for n, word in ipairs(words) do
    local inline = inlines[at + 2 * (n - 1)]
    local gap = inlines[at + 2 * n - 3]
    if not inline or inline.t ~= 'Str' then return nil end
    if n > 1 and gap.t ~= 'Space' and gap.t ~= 'SoftBreak' then return nil end
    local text = n == #words and bare(inline.text) or inline.text
    if text ~= word then return nil end
  end
  return 2 * #words - 1
end

local function found_at(inlines, at, index)
  local inline = inlines[at]
  if inline.t ~= 'Str' then return nil end
  for _, entry in ipairs(index[inline.text] or index[bare(inline.text)] or {}) do
    local count = length(inlines, at, entry.words)
    if count then return entry, count end
  end
end

local function marked(inlines, index)
  local made, at = pandoc.Inlines {}, 1
  while at <= #inlines do
    local entry, count = found_at(inlines, at, index)
    if entry then
      local inner = pandoc.Inlines {}
      for n = at, at + count - 1 do inner:insert(inlines[n]) end
      made:insert(pandoc.Span(inner, { lang = entry.lang }))
      at = at + count
    else
      made:insert(inlines[at])
      at = at + 1
    end
  end
  return made
end

function phrases.mark(doc, list)
  local index = index_of(list)
  return doc:walk { Inlines = function(inlines) return marked(inlines, index) end }
end

return phrases
