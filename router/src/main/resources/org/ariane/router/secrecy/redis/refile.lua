-- Files a text under the names of the present keys, sealed with the present one, with the end it had.
-- KEYS[1] the text, KEYS[2…] its names; ARGV[1] its id, ARGV[2] the text as it was read, ARGV[3] as it is to be.
-- Answers 1, or 0 when it changed meanwhile. One that is gone needs nothing.
local was = redis.call('GET', KEYS[1])
if not was then return 1 end
if was ~= ARGV[2] then return 0 end
local left = redis.call('PTTL', KEYS[1])
redis.call('SET', KEYS[1], ARGV[3], 'KEEPTTL')
for i = 2, #KEYS do
  if left > 0 then
    redis.call('SET', KEYS[i], ARGV[1], 'PX', left)
  else
    redis.call('SET', KEYS[i], ARGV[1])
  end
end
return 1
