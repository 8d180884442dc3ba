-- What somebody has to fill in stands in square brackets: it is marked as a field, with its style.
local fields = {}

local STYLE = { class = 'field', ['custom-style'] = 'Field' }

-- Words are cut at their brackets: in „[Name“ the quotation mark belongs to no field.
local function cut(inlines)
  local pieces = pandoc.Inlines {}
  for _, inline in ipairs(inlines) do
    if inline.t == 'Str' and inline.text:find '[%[%]]' then
      for before, bracket, rest in (inline.text .. '\0'):gmatch '([^%[%]%z]*)([%[%]%z])()' do
        if before ~= '' then pieces:insert(pandoc.Str(before)) end
        if bracket ~= '\0' then pieces:insert(pandoc.Str(bracket)) end
      end
    else
      pieces:insert(inline)
    end
  end
  return pieces
end

local function is(inline, text) return inline.t == 'Str' and inline.text == text end

-- Pieces that stand beside each other become one word again.
local function joined(pieces)
  local made = pandoc.Inlines {}
  for _, inline in ipairs(pieces) do
    local last = made[#made]
    if inline.t == 'Str' and last and last.t == 'Str' then
      made[#made] = pandoc.Str(last.text .. inline.text)
    else
      made:insert(inline)
    end
  end
  return made
end

local function marked(inlines)
  local made, open = pandoc.Inlines {}, nil
  for _, inline in ipairs(cut(inlines)) do
    if is(inline, '[') and not open then open = pandoc.Inlines {} end
    if open then open:insert(inline) else made:insert(inline) end
    if open and is(inline, ']') then
      made:insert(pandoc.Span(joined(open), STYLE))
      open = nil
    end
  end
  if open then made:extend(open) end
  return joined(made)
end

function fields.mark(blocks) return blocks:walk { Inlines = marked } end

return fields
