-- Widths of columns, from what stands in them: a number needs less room than a sentence.
local tables = {}

-- Letters on a full line: of a table in the column of text, and of one that takes the margin, too.
local COLUMN, WIDE, GAP = 58, 84, 3
-- Letters are of unequal width; a word shall not break for that.
local BROAD = 1.15

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

-- What a column needs at least, and what it would like on top, by the square root of its text.
local function claims(rows, count)
  local least, more, total = {}, {}, 0
  for column = 1, count do
    local word, most, mean = needs(rows, column)
    least[column] = word * BROAD + GAP
    local wish = most <= 14 and most * BROAD or math.sqrt((most + mean) / 2) * 4.5
    more[column] = math.max(0, wish + GAP - least[column])
    total = total + least[column] + more[column]
  end
  return least, more, total
end

local function sum(list)
  local total = 0
  for _, value in ipairs(list) do total = total + value end
  return total
end

-- Shares of the line: first every column gets its longest word, then the rest is shared out.
local function shares(least, more, line)
  local floor, wishes = sum(least), sum(more)
  local rest = math.max(0, line - floor)
  local found = {}
  for column = 1, #least do
    local extra = wishes > 0 and more[column] / wishes or least[column] / floor
    found[column] = least[column] + rest * extra
  end
  local whole = sum(found)
  for column = 1, #found do found[column] = found[column] / whole end
  return found
end

function tables.measure(doc)
  return doc:walk {
    Table = function(tbl)
      local count = #tbl.colspecs
      local least, more, total = claims(texts(tbl), count)
      local wide = count > 3 or total > COLUMN
      local share = shares(least, more, wide and WIDE or COLUMN)
      local specs = {}
      for column, spec in ipairs(tbl.colspecs) do specs[column] = { spec[1], share[column] } end
      tbl.colspecs = specs
      if wide then tbl.classes:insert 'wide' end
      return tbl
    end
  }
end

return tables
