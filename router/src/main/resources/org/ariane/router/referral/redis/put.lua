-- Keeps a referral, once, with its end.
-- KEYS[1] the referral, KEYS[2] its sender's list, KEYS[3] the sender's name of it, KEYS[4] its service's list where
-- the desk has it; ARGV[1] its id, ARGV[2] it, sealed, ARGV[3] its end in ms, ARGV[4] now in ms, ARGV[5] how many the
-- sender's list may have, ARGV[6] the service's.
-- Answers {its id}, {the id of the first} where the sender repeats it, or {} where a list is full.
local first = redis.call('GET', KEYS[3])
if first then return {first} end
local lists = {{KEYS[2], ARGV[5]}}
if KEYS[4] then lists[2] = {KEYS[4], ARGV[6]} end
for _, list in ipairs(lists) do
  redis.call('ZREMRANGEBYSCORE', list[1], '-inf', '(' .. ARGV[4])
  if redis.call('ZCARD', list[1]) >= tonumber(list[2]) then return {} end
end
redis.call('SET', KEYS[1], ARGV[2], 'PXAT', ARGV[3])
redis.call('SET', KEYS[3], ARGV[1], 'PXAT', ARGV[3])
for _, list in ipairs(lists) do
  redis.call('ZADD', list[1], ARGV[3], ARGV[1])
  if redis.call('PTTL', list[1]) < tonumber(ARGV[3]) - tonumber(ARGV[4]) then
    redis.call('PEXPIREAT', list[1], ARGV[3])
  end
end
return {ARGV[1]}
