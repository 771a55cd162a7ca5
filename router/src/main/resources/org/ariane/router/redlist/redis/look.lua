-- Entries filed under any of the terms. KEYS are the terms' keys.
local ids = redis.call('SUNION', unpack(KEYS))
local found = {}
for _, id in ipairs(ids) do
  local json = redis.call('GET', '{alarm}:redlist:entry:' .. id)
  if json then found[#found + 1] = json end
end
return found
