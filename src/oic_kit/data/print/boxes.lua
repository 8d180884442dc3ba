-- The six boxes of a chapter: what stands below one of their headings becomes one division.
local fields = require 'fields'

local boxes = {}

local function role_of(block, names, level)
  if block.t ~= 'Header' or block.level ~= level then return nil end
  local title = pandoc.utils.stringify(block)
  for _, box in ipairs(names) do
    if box.title == title then return box.role end
  end
  return 'other'
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
    -- In templates, [what is to be filled in] is marked as a field.
    if part.role == 'templates' then inner = fields.mark(inner) end
    if part.role then
      made:insert(pandoc.Div(inner, { class = 'box', role = part.role }))
    else
      made:extend(inner)
    end
  end
  return made
end

return boxes
