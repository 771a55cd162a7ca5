-- Entries by their ids, each as two texts: version, sealed value. ARGV are the ids.
local found = {}
for _, id in ipairs(ARGV) do
  local item = redis.call('HMGET', '{alarm}:redlist:item:' .. id, 'v', 'value')
  found[#found + 1] = item[1] or ''
  found[#found + 1] = item[2] or ''
end
return found
