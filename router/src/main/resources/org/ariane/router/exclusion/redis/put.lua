-- Stores an exclusion with its line in the audit. See chain.lua for ARGV[1] and ARGV[2].
-- ARGV[3] id, ARGV[4] the exclusion, ARGV[5..] keys of its phone. Answers 1; 0 when another writer
-- of the chain came in between.
if not chain_fits() then return 0 end
chain_append()
redis.call('HSET', '{alarm}:exclusions', ARGV[3], ARGV[4])
for i = 5, #ARGV do redis.call('SADD', ARGV[i], ARGV[3]) end
return 1
