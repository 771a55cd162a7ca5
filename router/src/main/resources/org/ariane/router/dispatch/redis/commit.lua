-- One change of one incident, with everything that must be durable together with it.
-- KEYS[1] the event stream; all other keys share its hash tag.
-- ARGV[1] what to do (JSON), ARGV[2] the incident as stored, ARGV[3..] bodies of postings.
-- Answers 1, or 0 when another change came in between and nothing was done.
local p = '{alarm}:'
local c = cjson.decode(ARGV[1])
local incident = p .. 'incident:' .. c.id

-- All checks come before the first write.
if tonumber(redis.call('HGET', incident, 'v') or '0') ~= c.version - 1 then return 0 end
if c.seen and redis.call('EXISTS', p .. 'seen:' .. c.seen) == 1 then return 0 end
if c.phone and (redis.call('GET', p .. 'phone:' .. c.phone) or '') ~= c.phoneBefore then return 0 end

redis.call('HSET', incident, 'v', c.version, 'j', ARGV[2])
redis.call('XADD', KEYS[1], 'MAXLEN', '~', 20000, '*', 'id', c.id, 'v', c.version, 'by', c.by)
if c.seen then
  redis.call('SET', p .. 'seen:' .. c.seen, c.alarm .. ' ' .. c.id)
  redis.call('SET', p .. 'alarm:' .. c.alarm, c.id)
  redis.call('SADD', p .. 'names:' .. c.id, p .. 'seen:' .. c.seen, p .. 'alarm:' .. c.alarm)
end
if c.phone then
  redis.call('SET', p .. 'phone:' .. c.phone, c.id, 'PX', c.phoneMs)
end
if c.deadline then
  redis.call('ZADD', p .. 'deadline', c.deadline, c.id)
else
  redis.call('ZREM', p .. 'deadline', c.id)
end
if c.closed then
  redis.call('SREM', p .. 'live', c.id)
  redis.call('ZADD', p .. 'closed', c.closed, c.id)
  redis.call('ZREMRANGEBYRANK', p .. 'closed', 0, -1001)
  for _, name in ipairs(redis.call('SMEMBERS', p .. 'names:' .. c.id)) do
    redis.call('PEXPIRE', name, c.keepMs)
  end
  redis.call('PEXPIRE', p .. 'names:' .. c.id, c.keepMs)
  redis.call('PEXPIRE', incident, c.keepMs)
else
  redis.call('SADD', p .. 'live', c.id)
  if redis.call('ZREM', p .. 'closed', c.id) == 1 then
    for _, name in ipairs(redis.call('SMEMBERS', p .. 'names:' .. c.id)) do
      redis.call('PERSIST', name)
    end
    redis.call('PERSIST', p .. 'names:' .. c.id)
    redis.call('PERSIST', incident)
  end
end
for i, posting in ipairs(c.postings) do
  local sequence = redis.call('INCR', p .. 'sequence:' .. posting.centre)
  local body = '{"type":"' .. posting.type .. '","sequence":' .. string.format('%d', sequence)
    .. ',"incident":' .. ARGV[2 + i] .. '}'
  redis.call('HSET', p .. 'posting:' .. posting.id, 'body', body, 'incident', c.id,
    'kind', posting.kind, 'urgency', posting.urgency, 'attempts', 0)
  redis.call('ZADD', p .. 'work:' .. posting.centre, posting.urgency, posting.id)
end
if c.done then
  redis.call('DEL', p .. 'posting:' .. c.done)
  redis.call('ZREM', p .. 'work:' .. c.doneCentre, c.done)
  redis.call('ZREM', p .. 'wait:' .. c.doneCentre, c.done)
end
if c.matched then
  redis.call('XADD', p .. 'audit:pending', '*', 'by', 'intake', 'action', 'red-list.matched',
    'about', c.matched .. ' ' .. c.matchedAlarm)
elseif c.seen then
  -- The same work where nothing matched.
  redis.call('XADD', p .. 'audit:unmatched', 'MAXLEN', 1, '*', 'by', 'intake', 'action', 'red-list.looked',
    'about', c.alarm .. ' ' .. c.id)
end
return 1
