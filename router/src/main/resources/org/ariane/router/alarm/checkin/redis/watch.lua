-- Watches a check-in from now on.
-- KEYS[1] the check-in, KEYS[2] those that are due. ARGV: its name, when it is missed (ms), content.
redis.call('HSET', KEYS[1], 'state', 'watched', 'due', ARGV[2], 'json', ARGV[3])
redis.call('HDEL', KEYS[1], 'alarm')
redis.call('PERSIST', KEYS[1])
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
return 1
