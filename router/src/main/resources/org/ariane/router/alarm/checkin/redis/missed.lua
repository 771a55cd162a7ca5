-- Which check-ins are missed by now. They stay due until their alarm is taken.
-- KEYS[1] those that are due. ARGV: now (ms), how many at most, what their keys begin with.
-- Answers their contents.
local missed = {}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])) do
  local key = ARGV[3] .. name
  local json = redis.call('HGET', key, 'json')
  if json then
    redis.call('HSET', key, 'state', 'raising')
    missed[#missed + 1] = json
  else
    redis.call('ZREM', KEYS[1], name)
  end
end
return missed
