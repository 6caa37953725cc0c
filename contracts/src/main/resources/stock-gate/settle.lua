-- Sets absolute levels, and removes the holds that they account for.
-- ARGV: how many levels, then sku, available and version of each, then the names of holds.
-- An older version than the known one changes no level; the holds go even then.
local levels, held, holds, expiries = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local count = tonumber(ARGV[1])

for i = 0, count - 1 do
  local sku, available, version = ARGV[2 + 3 * i], ARGV[3 + 3 * i], ARGV[4 + 3 * i]
  local known = redis.call('HGET', levels, sku)
  -- The same version again mends a level that something else has changed.
  if not known or tonumber(version) >= tonumber(string.match(known, ':(%d+)$') or '0') then
    redis.call('HSET', levels, sku, available .. ':' .. version)
  end
end

for i = 2 + 3 * count, #ARGV do
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
return 'OK'
