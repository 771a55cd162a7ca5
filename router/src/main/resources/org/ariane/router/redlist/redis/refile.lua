-- Files an entry under the names of the present keys and stores it sealed under the present key.
-- Nothing that people see changes, so its version stays.
-- ARGV[1] id, ARGV[2] its version, ARGV[3] names (JSON), ARGV[4] the ring of keys, ARGV[5] value.
-- Answers 1, or 0 when it changed meanwhile.
local p = '{alarm}:redlist:'
local item = p .. 'item:' .. ARGV[1]
local old = redis.call('HMGET', item, 'v', 'terms')
if old[1] ~= ARGV[2] then return 0 end
local keep = {}
for _, name in ipairs(cjson.decode(ARGV[3])) do
  keep[name] = true
  redis.call('SADD', p .. 'term:' .. name, ARGV[1])
end
for _, name in ipairs(cjson.decode(old[2])) do
  if not keep[name] then redis.call('SREM', p .. 'term:' .. name, ARGV[1]) end
end
redis.call('HSET', item, 'terms', ARGV[3], 'ring', ARGV[4], 'value', ARGV[5])
return 1
