-- Where the chain ends: number of the last line ever written, number and proof of the last one there.
local chain = '{alarm}:audit:chain'
if redis.call('EXISTS', chain) == 0 then return { '0', '0', '' } end
local info = redis.call('XINFO', 'STREAM', chain)
local written = '0'
for i = 1, #info, 2 do
  if info[i] == 'last-generated-id' then written = string.match(info[i + 1], '^%d+') end
end
local last = redis.call('XREVRANGE', chain, '+', '-', 'COUNT', 1)[1]
if not last then return { written, '0', '' } end
local proof = ''
for i = 1, #last[2], 2 do
  if last[2][i] == 'proof' then proof = last[2][i + 1] end
end
return { written, string.match(last[1], '^%d+'), proof }
