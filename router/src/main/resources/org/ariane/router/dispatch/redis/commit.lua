-- A batch of changes, each of one incident, each with everything that must be durable together with
-- it. They share one write to disk; each has its own verdict, and one that conflicts hurts no other.
-- KEYS[1] the event stream; all other keys share its hash tag.
-- ARGV[1] the server, ARGV[2] ms for which what was closed is kept, ARGV[3] ms for which a phone's
-- alarms join; then the changes one after the other, each field an argument, '' where absent:
--   id, version, incident as stored, deadline, closed at, seen, alarm,
--   phone, what its index said, number of the phone's other names, these names,
--   delivered posting, its centre, matched entry of the red list, its alarm,
--   decision on its urgency, number of postings, for each: id, centre, head of the body, tail of the body, kind, urgency.
-- Answers one number a change: 1, or 0 when another change came in between and nothing was done.
local call = redis.call
local p = '{alarm}:'
local server, keepMs, phoneMs = ARGV[1], ARGV[2], ARGV[3]
local at = 4

local function some(value) return value ~= '' and value or nil end

local function read()
  local c = {id = ARGV[at], version = tonumber(ARGV[at + 1]), json = ARGV[at + 2],
    deadline = some(ARGV[at + 3]), closed = some(ARGV[at + 4]), seen = some(ARGV[at + 5]),
    alarm = some(ARGV[at + 6]), phone = some(ARGV[at + 7]), phoneBefore = ARGV[at + 8]}
  c.others = at + 10
  c.othersEnd = at + 9 + tonumber(ARGV[at + 9])
  at = c.othersEnd + 1
  c.done, c.doneCentre = some(ARGV[at]), ARGV[at + 1]
  c.matched, c.matchedAlarm = some(ARGV[at + 2]), ARGV[at + 3]
  c.decision = some(ARGV[at + 4])
  c.postings = at + 6
  c.postingsEnd = at + 5 + 6 * tonumber(ARGV[at + 5])
  at = c.postingsEnd + 1
  return c
end

-- All checks of a change come before its first write.
local function conflicts(c)
  if tonumber(call('HGET', p .. 'incident:' .. c.id, 'v') or '0') ~= c.version - 1 then return true end
  if c.seen and call('EXISTS', p .. 'seen:' .. c.seen) == 1 then return true end
  if c.phone and (call('GET', p .. 'phone:' .. c.phone) or '') ~= c.phoneBefore then return true end
  for i = c.others, c.othersEnd do
    if call('EXISTS', p .. 'phone:' .. ARGV[i]) == 1 then return true end
  end
  return false
end

-- Keys under which the incident's alarms are found are fields of its own hash. An earlier release kept
-- them in a set beside it.
local function names(c, incident)
  local all = {incident}
  for _, field in ipairs(call('HKEYS', incident)) do
    if field:sub(1, #p) == p then all[#all + 1] = field end
  end
  local beside = p .. 'names:' .. c.id
  for _, name in ipairs(call('SMEMBERS', beside)) do all[#all + 1] = name end
  if #all > 1 then all[#all + 1] = beside end
  return all
end

local function close(c, incident)
  call('SREM', p .. 'live', c.id)
  call('ZADD', p .. 'closed', c.closed, c.id)
  call('ZREMRANGEBYRANK', p .. 'closed', 0, -1001)
  for _, name in ipairs(names(c, incident)) do call('PEXPIRE', name, keepMs) end
end

local function reopen(c, incident)
  if call('ZREM', p .. 'closed', c.id) == 1 then
    call('SADD', p .. 'live', c.id)
    for _, name in ipairs(names(c, incident)) do call('PERSIST', name) end
  end
end

local function post(c)
  for i = c.postings, c.postingsEnd, 6 do
    local id, centre = ARGV[i], ARGV[i + 1]
    local sequence = call('INCR', p .. 'sequence:' .. centre)
    local body = ARGV[i + 2] .. string.format('%d', sequence) .. ARGV[i + 3]
    call('HSET', p .. 'posting:' .. id, 'body', body, 'incident', c.id,
      'kind', ARGV[i + 4], 'urgency', ARGV[i + 5], 'attempts', 0)
    call('ZADD', p .. 'work:' .. centre, ARGV[i + 5], id)
  end
end

-- What is written once for all changes of a batch. Its event names each incident with its version.
local batch = {changed = {}, began = false, matched = 0, unmatched = nil}

-- Kept after the incident is gone: about a year, and no more than fits.
local function decide(c)
  local decided = p .. 'decided:' .. c.id
  call('RPUSH', decided, call('XADD', p .. 'decisions', 'MAXLEN', '~', 200000, '*', 'd', c.decision))
  if c.version == 1 then
    call('PEXPIRE', decided, 31536000000)
    batch.began = true
  end
end

local function write(c)
  local incident = p .. 'incident:' .. c.id
  if c.seen then
    local seen, alarm = p .. 'seen:' .. c.seen, p .. 'alarm:' .. c.alarm
    call('HSET', incident, 'v', c.version, 'j', c.json, seen, '', alarm, '')
    call('SET', seen, c.alarm .. ' ' .. c.id)
    call('SET', alarm, c.id)
  else
    call('HSET', incident, 'v', c.version, 'j', c.json)
  end
  batch.changed[#batch.changed + 1] = c.id .. '/' .. c.version
  if c.phone then
    call('SET', p .. 'phone:' .. c.phone, c.id, 'PX', phoneMs)
  end
  if c.deadline then
    call('ZADD', p .. 'deadline', c.deadline, c.id)
  elseif c.version > 1 then
    call('ZREM', p .. 'deadline', c.id)
  end
  if c.closed then
    close(c, incident)
  elseif c.version > 1 then
    reopen(c, incident)
  else
    call('SADD', p .. 'live', c.id)
  end
  post(c)
  if c.decision then decide(c) end
  if c.done then
    call('DEL', p .. 'posting:' .. c.done)
    call('ZREM', p .. 'work:' .. c.doneCentre, c.done)
    call('ZREM', p .. 'wait:' .. c.doneCentre, c.done)
  end
  if c.matched then
    call('XADD', p .. 'audit:pending', '*', 'by', 'intake', 'action', 'red-list.matched',
      'about', c.matched .. ' ' .. c.matchedAlarm)
    batch.matched = batch.matched + 1
  elseif c.seen or not c.done then
    batch.unmatched = (c.alarm or c.id) .. ' ' .. c.id
  end
end

local function finish()
  if #batch.changed == 0 then return end
  call('XADD', KEYS[1], 'MAXLEN', '~', 20000, '*', 'by', server, 'changed', table.concat(batch.changed, ' '))
  if batch.began then
    local year = tonumber(call('TIME')[1]) - 31536000
    call('XTRIM', p .. 'decisions', 'MINID', '~', string.format('%d000', year))
  end
  -- The same work where nothing matched, for a new alarm and for what follows it.
  if batch.matched == 0 and batch.unmatched then
    call('XADD', p .. 'audit:unmatched', 'MAXLEN', 1, '*', 'by', 'intake', 'action', 'red-list.looked',
      'about', batch.unmatched)
  end
end

local verdicts = {}
while at <= #ARGV do
  local c = read()
  if conflicts(c) then
    verdicts[#verdicts + 1] = 0
  else
    write(c)
    verdicts[#verdicts + 1] = 1
  end
end
finish()
return verdicts
