-- Keeps the last word of a service. KEYS: words, links, news, revision. ARGV: service, word,
-- generation of the link by which it is said, or '' where it is none. Answers the revision, 0 where
-- the link is not in force.
if ARGV[3] ~= '' then
  local link = redis.call('HGET', KEYS[2], ARGV[1])
  local wanted = ARGV[3] .. '|1|'
  if not link or string.sub(link, 1, #wanted) ~= wanted then
    return 0
  end
end
local revision = redis.call('INCR', KEYS[4])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[3], revision, ARGV[1])
return revision
