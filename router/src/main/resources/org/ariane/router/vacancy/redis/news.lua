-- What was said after a revision. KEYS: words, news, revision. ARGV: revision, how many at most.
-- Answers '1' where the store is another one than before, else '0'; then service, revision, word.
local after = tonumber(ARGV[1])
local anew = '0'
if tonumber(redis.call('GET', KEYS[3]) or '0') < after then
  after = 0
  anew = '1'
end
local found = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. string.format('%.0f', after), '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
local told = { anew }
for i = 1, #found, 2 do
  told[#told + 1] = found[i]
  told[#told + 1] = found[i + 1]
  told[#told + 1] = redis.call('HGET', KEYS[1], found[i]) or ''
end
return told
