-- Writes a referral over the one that was read, with the end it had.
-- KEYS[1] the referral; ARGV[1] as it was read, ARGV[2] as it is to be. Answers 1, or 0 when it changed meanwhile.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
return 1
