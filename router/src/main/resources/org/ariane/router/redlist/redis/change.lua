-- Files, replaces or removes entries and legal bases, and writes the audit chain, together.
-- ARGV[3] the changes (JSON): entries {id, before, now?}, bases {zone, before, now}.
-- Answers 1; 0 when the chain moved on; -1 when something was changed since it was read.
local p = '{alarm}:redlist:'
local changes = cjson.decode(ARGV[3])

for _, entry in ipairs(changes.entries) do
  if (redis.call('HGET', p .. 'item:' .. entry.id, 'v') or '0') ~= entry.before then return -1 end
end
for _, basis in ipairs(changes.bases) do
  if (redis.call('HGET', p .. 'bases', basis.zone) or '') ~= basis.before then return -1 end
end
if not chain_fits() then return 0 end
chain_append()

for _, entry in ipairs(changes.entries) do
  local item = p .. 'item:' .. entry.id
  local old = redis.call('HMGET', item, 'terms', 'zone')
  if old[1] then
    for _, name in ipairs(cjson.decode(old[1])) do
      redis.call('SREM', p .. 'term:' .. name, entry.id)
    end
    redis.call('SREM', p .. 'zone:' .. old[2], entry.id)
  end
  local now = entry.now
  if now then
    redis.call('HSET', item, 'v', now.version, 'zone', now.zone, 'value', now.value,
      'terms', cjson.encode(now.terms), 'ring', now.ring)
    for _, name in ipairs(now.terms) do redis.call('SADD', p .. 'term:' .. name, entry.id) end
    redis.call('SADD', p .. 'zone:' .. now.zone, entry.id)
    redis.call('ZADD', p .. 'review', now.review, entry.id)
    if now.proposed then
      redis.call('SADD', p .. 'proposed', entry.id)
    else
      redis.call('SREM', p .. 'proposed', entry.id)
    end
  else
    redis.call('DEL', item)
    redis.call('ZREM', p .. 'review', entry.id)
    redis.call('SREM', p .. 'proposed', entry.id)
  end
end
for _, basis in ipairs(changes.bases) do
  redis.call('HSET', p .. 'bases', basis.zone, basis.now)
end
return 1
