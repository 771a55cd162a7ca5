-- Appends lines and takes away the pending ones that they stand for.
-- ARGV[3..] ids of pending ones. Answers 1; 0 when another writer came in between; -1 when another
-- server chained the pending ones already.
for i = 3, #ARGV do
  if #redis.call('XRANGE', '{alarm}:audit:pending', ARGV[i], ARGV[i]) == 0 then return -1 end
end
if not chain_fits() then return 0 end
chain_append()
for i = 3, #ARGV do redis.call('XDEL', '{alarm}:audit:pending', ARGV[i]) end
return 1
