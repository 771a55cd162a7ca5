-- Keeps a referral, once, with its end.
-- KEYS[1] the referral, KEYS[2] its service's list, KEYS[3] its sender's list, KEYS[4] the sender's name of it;
-- ARGV[1] its id, ARGV[2] it, sealed, ARGV[3] its end in ms, ARGV[4] now in ms, ARGV[5] how many a list may have.
-- Answers {its id}, {the id of the first} where the sender repeats it, or {} where a list is full.
local first = redis.call('GET', KEYS[4])
if first then return {first} end
for i = 2, 3 do
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', '(' .. ARGV[4])
  if redis.call('ZCARD', KEYS[i]) >= tonumber(ARGV[5]) then return {} end
end
redis.call('SET', KEYS[1], ARGV[2], 'PXAT', ARGV[3])
redis.call('SET', KEYS[4], ARGV[1], 'PXAT', ARGV[3])
for i = 2, 3 do
  redis.call('ZADD', KEYS[i], ARGV[3], ARGV[1])
  if redis.call('PTTL', KEYS[i]) < tonumber(ARGV[3]) - tonumber(ARGV[4]) then
    redis.call('PEXPIREAT', KEYS[i], ARGV[3])
  end
end
return {ARGV[1]}
