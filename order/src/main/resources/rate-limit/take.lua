-- Takes tokens out of a bucket, or none. The bucket is kept as the time at which it would be full again (GCRA), by Redis' own
-- clock, so that replicas need not agree about the time; a bucket that is full is no key.
-- ARGV: tokens to take, tokens that it holds, tokens that flow into it in a second.
-- Answers 1 or 0 (taken or not), whole tokens left, ms until there are enough, ms until it is full.
local tokens, burst, rate = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local each = 1000000 / rate

local full = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
-- The clock may have been set back since, or the limit been lowered.
full = math.min(full, now + burst * each)

local after = full + tokens * each
local short = after - (now + burst * each)
if short > 0 then
  return {0, math.floor((now + burst * each - full) / each), math.ceil(short / 1000), math.ceil((full - now) / 1000)}
end
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.max(1, math.ceil((after - now) / 1000)))
return {1, math.floor(-short / each), 0, math.ceil((after - now) / 1000)}
