-- Widths of columns, from what stands in them: a number needs less room than a sentence.
local tables = {}

-- Letters on a full line of a table in print, and the gap between two columns.
local LINE, GAP = 84, 3

local function texts(tbl)
  local rows = {}
  local function add(row)
    local cells = {}
    for _, cell in ipairs(row.cells) do table.insert(cells, pandoc.utils.stringify(cell.contents)) end
    table.insert(rows, cells)
  end
  for _, row in ipairs(tbl.head.rows) do add(row) end
  for _, part in ipairs(tbl.bodies) do
    for _, row in ipairs(part.body) do add(row) end
  end
  return rows
end

local function letters(text) return utf8.len(text) or #text end

-- The longest word, and the longest and the mean text of one column, in letters.
local function needs(rows, column)
  local word, most, sum = 1, 1, 0
  for _, cells in ipairs(rows) do
    local text = cells[column] or ''
    for part in text:gmatch '[^%s-]+' do word = math.max(word, letters(part)) end
    most = math.max(most, letters(text))
    sum = sum + letters(text)
  end
  return word, most, sum / #rows
end

-- Short columns get what they need; the others share the rest by the square root of their text.
local function widths(rows, count)
  local wish, total = {}, 0
  for column = 1, count do
    local word, most, mean = needs(rows, column)
    local share = most <= 14 and most or math.max(word, math.sqrt((most + mean) / 2) * 4.5)
    wish[column] = share + GAP
    total = total + wish[column]
  end
  for column = 1, count do wish[column] = wish[column] / total end
  return wish, total
end

function tables.measure(doc)
  return doc:walk {
    Table = function(tbl)
      local rows, count = texts(tbl), #tbl.colspecs
      local share, total = widths(rows, count)
      local specs = {}
      for column, spec in ipairs(tbl.colspecs) do specs[column] = { spec[1], share[column] } end
      tbl.colspecs = specs
      if count > 3 or total > LINE * 0.7 then tbl.classes:insert 'wide' end
      return tbl
    end
  }
end

return tables
