-- Writes a referral over the one that was read, with the end it had.
-- KEYS[1] the referral, KEYS[2] its service's list; ARGV[1] as it was read, ARGV[2] as it is to be, ARGV[3] its id where
-- the desk does not have it any more, or ''. Answers 1, or 0 when it changed meanwhile.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
if ARGV[3] ~= '' then redis.call('ZREM', KEYS[2], ARGV[3]) end
return 1
