-- The most urgent postings of a centre that are due, reserved until the lease ends.
-- KEYS[1] work of the centre by urgency, KEYS[2] postings that wait, by the time they are due.
-- ARGV[1] now, ARGV[2] end of the lease, both in ms, ARGV[3] how many at most.
-- Answers when the next one is due ('' where some were claimed, or none waits), then for each that was
-- claimed: id, incident, kind, body, attempts.
local p = '{alarm}:'
local due = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', 0, 200)
for _, id in ipairs(due) do
  local urgency = redis.call('HGET', p .. 'posting:' .. id, 'urgency')
  redis.call('ZREM', KEYS[2], id)
  if urgency then redis.call('ZADD', KEYS[1], urgency, id) end
end
local answer, most = {''}, tonumber(ARGV[3])
while #answer <= 5 * (most - 1) + 1 do
  local first = redis.call('ZPOPMIN', KEYS[1])
  if #first == 0 then break end
  local id = first[1]
  local posting = redis.call('HMGET', p .. 'posting:' .. id, 'incident', 'kind', 'body')
  if posting[3] then
    redis.call('ZADD', KEYS[2], ARGV[2], id)
    local attempts = redis.call('HINCRBY', p .. 'posting:' .. id, 'attempts', 1)
    for _, part in ipairs({id, posting[1], posting[2], posting[3], tostring(attempts)}) do
      answer[#answer + 1] = part
    end
  end
end
if #answer == 1 then
  answer[1] = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2] or ''
end
return answer
