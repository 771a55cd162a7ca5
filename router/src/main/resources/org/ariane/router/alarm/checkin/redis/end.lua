-- Ends a check-in that is not missed yet.
-- KEYS[1] the check-in, KEYS[2] those that are due. ARGV: its name, ok or ended, ms to remember it.
-- Answers {state, alarm}: '' where there is none, missed where it is too late.
local state = redis.call('HGET', KEYS[1], 'state')
if not state then return {'', ''} end
if state == 'ok' or state == 'ended' then return {state, ''} end
if state ~= 'watched' then return {'missed', redis.call('HGET', KEYS[1], 'alarm') or ''} end
redis.call('HSET', KEYS[1], 'state', ARGV[2])
redis.call('HDEL', KEYS[1], 'json')
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {ARGV[2], ''}
