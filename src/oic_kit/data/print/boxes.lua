-- The six boxes of a chapter: what stands below one of their headings becomes one division.
local boxes = {}

local function role_of(block, names, level)
  if block.t ~= 'Header' or block.level ~= level then return nil end
  local title = pandoc.utils.stringify(block)
  for _, box in ipairs(names) do
    if box.title == title then return box.role end
  end
  return 'other'
end

-- In templates, [what is to be filled in] is marked as a field.
local function opens(inline) return inline.t == 'Str' and inline.text:match '^%[' end
local function closes(inline) return inline.t == 'Str' and inline.text:match '%][%p]*$' end

local function fields(inlines)
  local made, open = pandoc.Inlines {}, nil
  for _, inline in ipairs(inlines) do
    if opens(inline) and not open then open = pandoc.Inlines {} end
    if open then open:insert(inline) else made:insert(inline) end
    if open and closes(inline) then
      made:insert(pandoc.Span(open, { class = 'field', ['custom-style'] = 'Field' }))
      open = nil
    end
  end
  if open then made:extend(open) end
  return made
end

function boxes.wrap(blocks, names, level)
  local made, box = pandoc.Blocks {}, nil
  for _, block in ipairs(blocks) do
    local role = role_of(block, names, level)
    if role then
      box = pandoc.Div({}, { class = 'box', role = role })
      made:insert(box)
      -- What was inserted is a copy: filled below, put back when the next box begins.
    end
    if box then
      box.content:insert(block)
      made[#made] = box
    else
      made:insert(block)
    end
  end
  return made:walk {
    Div = function(div)
      if div.attributes.role == 'templates' then
        return div:walk { Inlines = fields }
      end
    end
  }
end

return boxes
