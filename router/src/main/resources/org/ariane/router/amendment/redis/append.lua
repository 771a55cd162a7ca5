-- Appends a revision, with its line for the audit log.
-- KEYS revisions by number, newest number by service, last number, numbers of this service, audit.
-- ARGV service, the number that the change is based on, the revision (JSON), how many are kept,
-- by, role, action, about, reason. Answers its number; 0 when there are too many; -1 when somebody
-- else changed the service first.
if (redis.call('HGET', KEYS[2], ARGV[1]) or '0') ~= ARGV[2] then return -1 end
if tonumber(redis.call('GET', KEYS[3]) or '0') >= tonumber(ARGV[4]) then return 0 end
local number = redis.call('INCR', KEYS[3])
redis.call('HSET', KEYS[1], number, ARGV[3])
redis.call('HSET', KEYS[2], ARGV[1], number)
redis.call('RPUSH', KEYS[4], number)
redis.call('XADD', KEYS[5], '*', 'by', ARGV[5], 'role', ARGV[6], 'action', ARGV[7],
  'about', ARGV[8], 'reason', ARGV[9])
return number
