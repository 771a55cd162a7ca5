-- What is known of an alarm before it is taken.
-- KEYS[1] the alarm's own key, KEYS[2..] indices of its phone, one per active secret.
-- Answers {alarm, incident, version, json, indexed, version, json}, empty texts where absent.
local p = '{alarm}:'
local function load(id)
  local found = redis.call('HMGET', p .. 'incident:' .. id, 'v', 'j')
  return found[1] or '', found[2] or ''
end
local seen = redis.call('GET', KEYS[1])
if seen then
  local alarm, id = seen:match('^(%S+) (%S+)$')
  local v, j = load(id)
  if v ~= '' then return {alarm, id, v, j, '', '', ''} end
end
local primary = KEYS[2] and redis.call('GET', KEYS[2]) or ''
local indexed = primary or ''
for i = 3, #KEYS do
  if indexed == '' then indexed = redis.call('GET', KEYS[i]) or '' end
end
if indexed == '' then return {'', '', '', '', '', '', ''} end
local v, j = load(indexed)
return {'', '', '', '', primary or '', v, j}
