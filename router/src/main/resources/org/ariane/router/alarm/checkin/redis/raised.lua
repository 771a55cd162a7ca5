-- The alarm of a missed check-in is taken; one that was set anew meanwhile goes on.
-- KEYS[1] the check-in, KEYS[2] those that are due. ARGV: its name, when it was missed (ms), alarm,
-- ms to remember it.
local found = redis.call('HMGET', KEYS[1], 'state', 'due')
if found[1] ~= 'raising' or found[2] ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'state', 'missed', 'alarm', ARGV[3])
redis.call('HDEL', KEYS[1], 'json')
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
