-- Entries filed under any of the terms, each as four texts: id, version, its zone's legal basis,
-- sealed value. KEYS are the terms' keys. Where none is, the same work is done for one that is not.
local ids = redis.call('SUNION', unpack(KEYS))
if #ids == 0 then ids = { 'none' } end
local found = {}
for _, id in ipairs(ids) do
  local item = redis.call('HMGET', '{alarm}:redlist:item:' .. id, 'v', 'zone', 'value')
  found[#found + 1] = id
  found[#found + 1] = item[1] or ''
  found[#found + 1] = redis.call('HGET', '{alarm}:redlist:bases', item[2] or '-') or ''
  found[#found + 1] = item[3] or ''
end
return found
