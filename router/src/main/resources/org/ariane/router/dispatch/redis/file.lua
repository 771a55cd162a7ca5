-- Files an entry under its terms, with its line of the audit log.
-- KEYS[1] the entry, KEYS[2] lines that the audit log chains, KEYS[3..] its terms.
-- ARGV[1] id, ARGV[2] version that was read, ARGV[3] entry, ARGV[4] when it may go (ms), ARGV[5] by,
-- ARGV[6] role, ARGV[7] action. Answers 1, or 0 when another change came in between.
local version = tonumber(redis.call('HGET', KEYS[1], 'v') or '0')
if version ~= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'v', version + 1, 'j', ARGV[3])
redis.call('PEXPIREAT', KEYS[1], ARGV[4])
local time = redis.call('TIME')
local left = tonumber(ARGV[4]) - tonumber(time[1]) * 1000
for i = 3, #KEYS do
  redis.call('SADD', KEYS[i], ARGV[1])
  local ttl = redis.call('PTTL', KEYS[i])
  if ttl < left then redis.call('PEXPIREAT', KEYS[i], ARGV[4]) end
end
redis.call('XADD', KEYS[2], '*', 'by', ARGV[5], 'role', ARGV[6], 'action', ARGV[7], 'about', ARGV[1])
return 1
