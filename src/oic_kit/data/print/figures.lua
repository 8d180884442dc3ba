-- Figures in Markdown are ![what can be seen](file "caption"): the first text is the alternative
-- text, the second stands below, with a number that is the same in every format.
local figures = {}

-- A path as Markdown in playbook/chapters/<language>/ writes it, seen from the folder playbook;
-- nothing when it leads out of that folder.
local function inside(path)
  if path:match '^%a[%w+.-]*:' or path:match '^/' then return nil end
  local steps = pandoc.List { 'chapters', 'xx' }
  for step in path:gmatch '[^/]+' do
    if step == '..' then
      if #steps == 0 then return nil end
      steps:remove(#steps)
    elseif step ~= '.' then
      steps:insert(step)
    end
  end
  return table.concat(steps, '/')
end

-- A picture from elsewhere would be fetched, or read from a disk that is not the place's.
local function source(image, chapter)
  local path = inside(image.src)
  if not path then
    error(chapter.file .. ': put the picture into the folder playbook: ' .. image.src, 0)
  end
  return path
end

function figures.number(doc, book, chapter)
  local count = 0
  return doc:walk {
    Image = function(image)
      image.src = source(image, chapter)
      return image
    end,
    Figure = function(figure)
      local image = figure.content[1].content[1]
      count = count + 1
      local number = chapter.number and ('%d.%d'):format(chapter.number, count) or tostring(count)
      local label = pandoc.Strong { pandoc.Str(book.words.figure .. '\u{A0}' .. number) }
      local caption = pandoc.Inlines { label, pandoc.Space() } .. pandoc.Inlines(image.title)
      figure.caption = { long = { pandoc.Plain(caption) } }
      figure.identifier = chapter.id .. '--figure-' .. count
      image.title = ''
      figure.content = { pandoc.Plain { image } }
      return figure
    end
  }
end

return figures
