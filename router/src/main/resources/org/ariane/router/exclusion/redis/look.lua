-- The exclusions of a phone. KEYS are its names, one per active key.
local found = {}
for _, id in ipairs(redis.call('SUNION', unpack(KEYS))) do
  local one = redis.call('HGET', '{alarm}:exclusions', id)
  if one then found[#found + 1] = one end
end
return found
