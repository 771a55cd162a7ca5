-- First part of every script that writes to the audit chain together with a change.
-- ARGV[1] the proof that the writer tied its lines to, ARGV[2] the lines (JSON).
-- The stream's ids are the lines' numbers, so Redis itself refuses to go back.
local chain = '{alarm}:audit:chain'

-- Whether nobody else wrote in between. Ask before the first write.
local function chain_fits()
  local last = redis.call('XREVRANGE', chain, '+', '-', 'COUNT', 1)[1]
  if not last then return ARGV[1] == '' end
  for i = 1, #last[2], 2 do
    if last[2][i] == 'proof' then return last[2][i + 1] == ARGV[1] end
  end
  return false
end

local function chain_append()
  for _, line in ipairs(cjson.decode(ARGV[2])) do
    local fields = { 'at', line.at, 'by', line.by, 'role', line.role, 'action', line.action,
      'about', line.about, 'proof', line.proof }
    if line.reason then
      fields[#fields + 1] = 'reason'
      fields[#fields + 1] = line.reason
    end
    redis.call('XADD', chain, line.n .. '-0', unpack(fields))
  end
end
