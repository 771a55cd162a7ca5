-- Files, replaces or removes an entry, and writes the trail, together.
-- KEYS[1] the entry, KEYS[2] the trail, KEYS[3..] its terms.
-- ARGV[1] `put` or `remove`, ARGV[2] id, ARGV[3] entry, ARGV[4] by, ARGV[5] action, ARGV[6] about
if ARGV[1] == 'put' then
  redis.call('SET', KEYS[1], ARGV[3])
else
  redis.call('DEL', KEYS[1])
end
for i = 3, #KEYS do
  if ARGV[1] == 'put' then
    redis.call('SADD', KEYS[i], ARGV[2])
  else
    redis.call('SREM', KEYS[i], ARGV[2])
  end
end
redis.call('XADD', KEYS[2], '*', 'by', ARGV[4], 'action', ARGV[5], 'about', ARGV[6])
return 1
