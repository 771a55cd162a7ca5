-- What lies on several shelves under any of their terms.
-- KEYS are the terms' keys, shelf after shelf. ARGV for each shelf: how its entries' keys begin, how
-- many of the keys are its own. Answers for each shelf: how many were found, and these.
local answer, at = {}, 1
for i = 1, #ARGV, 2 do
  local last = at + tonumber(ARGV[i + 1]) - 1
  local ids = redis.call('SUNION', unpack(KEYS, at, last))
  table.sort(ids)
  local place, count = #answer + 1, 0
  answer[place] = '0'
  for _, id in ipairs(ids) do
    local json = redis.call('HGET', ARGV[i] .. id, 'j')
    if json then
      answer[#answer + 1] = json
      count = count + 1
    end
  end
  answer[place] = tostring(count)
  at = last + 1
end
return answer
