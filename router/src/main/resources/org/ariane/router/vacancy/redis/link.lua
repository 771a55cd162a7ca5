-- Makes or revokes the link of a service. KEYS: links. ARGV: service, '1' or '0', since, until, by,
-- minutes since 1970. Answers the generation, 0 where there was nothing to revoke. A generation
-- never comes twice, not even where the store was lost meanwhile.
local old = redis.call('HGET', KEYS[1], ARGV[1])
local generation = 0
local live = '0'
if old then
  generation, live = string.match(old, '^(%d+)|(%d)|')
end
if ARGV[2] == '0' and live == '0' then
  return 0
end
generation = math.max(tonumber(generation) + 1, tonumber(ARGV[6]))
redis.call('HSET', KEYS[1], ARGV[1], string.format('%d', generation) .. '|' .. ARGV[2] .. '|' .. ARGV[3] .. '|' .. ARGV[4] .. '|' .. ARGV[5])
return generation
