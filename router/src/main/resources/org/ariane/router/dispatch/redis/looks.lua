-- What is known beforehand, for a batch of alarms. Takes the same way whether or not anything is found.
-- ARGV for each alarm: how many questions it has, and for each of them: what it asks ('list' for the red
-- list, 'shelf', 'barred' for exclusions), how the keys of entries begin, how many sets of ids follow,
-- the keys of these. All share the hash tag of KEYS[1].
-- Answers for each alarm an array with one array of texts for each question: of the red list four for
-- each entry (id, version, its zone's legal basis, sealed value), else what lies there.
local call = redis.call
local at = 1

local ask = {}

-- Where nothing is, the same work is done for one that is not.
function ask.list(ids, prefix)
  if #ids == 0 then ids = {'none'} end
  local found = {}
  for _, id in ipairs(ids) do
    local item = call('HMGET', prefix .. id, 'v', 'zone', 'value')
    found[#found + 1] = id
    found[#found + 1] = item[1] or ''
    found[#found + 1] = call('HGET', '{alarm}:redlist:bases', item[2] or '-') or ''
    found[#found + 1] = item[3] or ''
  end
  return found
end

function ask.shelf(ids, prefix)
  table.sort(ids)
  local found = {}
  for _, id in ipairs(ids) do
    found[#found + 1] = call('HGET', prefix .. id, 'j') or nil
  end
  return found
end

function ask.barred(ids, all)
  local found = {}
  for _, id in ipairs(ids) do
    found[#found + 1] = call('HGET', all, id) or nil
  end
  return found
end

local answers = {}
while at <= #ARGV do
  local answer = {}
  local questions = tonumber(ARGV[at])
  at = at + 1
  for i = 1, questions do
    local last = at + 2 + tonumber(ARGV[at + 2])
    local ids = call('SUNION', unpack(ARGV, at + 3, last))
    answer[i] = ask[ARGV[at]](ids, ARGV[at + 1])
    at = last + 1
  end
  answers[#answers + 1] = answer
end
return answers
