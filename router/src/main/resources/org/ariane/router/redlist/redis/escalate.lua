-- Notes once that an entry is overdue. ARGV[3] id and the day of its review. Answers 1; 0 when the
-- chain moved on; -1 when it was noted already.
if redis.call('SISMEMBER', '{alarm}:redlist:escalated', ARGV[3]) == 1 then return -1 end
if not chain_fits() then return 0 end
chain_append()
redis.call('SADD', '{alarm}:redlist:escalated', ARGV[3])
return 1
