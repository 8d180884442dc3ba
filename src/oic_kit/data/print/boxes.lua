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

-- Headings of the boxes and what follows each, as lists of blocks; before the first stands no role.
local function parted(blocks, names, level)
  local found = { { role = nil, blocks = pandoc.Blocks {} } }
  for _, block in ipairs(blocks) do
    local role = role_of(block, names, level)
    if role then table.insert(found, { role = role, blocks = pandoc.Blocks {} }) end
    found[#found].blocks:insert(block)
  end
  return found
end

function boxes.wrap(blocks, names, level)
  local made = pandoc.Blocks {}
  for _, part in ipairs(parted(blocks, names, level)) do
    local inner = part.blocks
    if part.role == 'templates' then inner = inner:walk { Inlines = fields } end
    if part.role then
      made:insert(pandoc.Div(inner, { class = 'box', role = part.role }))
    else
      made:extend(inner)
    end
  end
  return made
end

return boxes
