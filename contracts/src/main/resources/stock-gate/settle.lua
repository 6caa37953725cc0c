-- Sets absolute levels, and removes the holds that they account for.
-- ARGV: how many levels, then sku, available, version and mistaken of each, then the names of holds.
-- An older version than the known one changes no level; the holds go even then. Mistaken is empty, or a level that this
-- one replaces whatever its version, provided that it is still there.
-- Answers sku and level of those that were left alone.
local levels, held, holds, expiries = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local count = tonumber(ARGV[1])
local ahead = {}

for i = 0, count - 1 do
  local sku, available, version, mistaken = unpack(ARGV, 2 + 4 * i, 5 + 4 * i)
  local known = redis.call('HGET', levels, sku)
  -- The same version again mends a level that something else has changed.
  if not known or known == mistaken or tonumber(version) >= tonumber(string.match(known, ':(%d+)$') or '0') then
    redis.call('HSET', levels, sku, available .. ':' .. version)
  else
    ahead[#ahead + 1] = sku
    ahead[#ahead + 1] = known
  end
end

for i = 2 + 4 * count, #ARGV do
  local demand = redis.call('HGET', holds, ARGV[i])
  if demand then
    for sku, quantity in pairs(cjson.decode(demand)) do
      if redis.call('HINCRBY', held, sku, -quantity) <= 0 then
        redis.call('HDEL', held, sku)
      end
    end
    redis.call('HDEL', holds, ARGV[i])
  end
  redis.call('ZREM', expiries, ARGV[i])
end
return ahead
