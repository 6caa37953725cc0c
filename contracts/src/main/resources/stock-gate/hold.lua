-- Takes one hold on all lines of an order, or none.
-- ARGV: the hold's name, its life in ms, then sku and quantity of each line.
-- Answers HELD; AGAIN if that name holds already; MISS if the level of a sku is not known (then it is held as well); SHORT
-- and, for each sku that there is too little of, the sku and what is left.
local levels, held, holds, expiries = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local name, life = ARGV[1], tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function drop(expired)
  local demand = redis.call('HGET', holds, expired)
  if demand then
    for sku, quantity in pairs(cjson.decode(demand)) do
      if redis.call('HINCRBY', held, sku, -quantity) <= 0 then
        redis.call('HDEL', held, sku)
      end
    end
    redis.call('HDEL', holds, expired)
  end
  redis.call('ZREM', expiries, expired)
end

for _, expired in ipairs(redis.call('ZRANGEBYSCORE', expiries, '-inf', now, 'LIMIT', 0, 1000)) do
  drop(expired)
end

-- The sums follow from the holds: where those are gone, they are too.
if redis.call('ZCARD', expiries) == 0 then
  redis.call('DEL', held, holds)
end

-- A repeated request holds once.
if redis.call('HEXISTS', holds, name) == 1 then
  redis.call('ZADD', expiries, now + life, name)
  return {'AGAIN'}
end

-- Two lines of one sku are one demand.
local demand = {}
for i = 3, #ARGV, 2 do
  demand[ARGV[i]] = (demand[ARGV[i]] or 0) + tonumber(ARGV[i + 1])
end

local short, known = {'SHORT'}, true
for sku, quantity in pairs(demand) do
  local level = redis.call('HGET', levels, sku)
  if level then
    local available = tonumber(string.match(level, '^(-?%d+):'))
    local left = math.max(0, available - tonumber(redis.call('HGET', held, sku) or '0'))
    if left < quantity then
      short[#short + 1] = sku
      short[#short + 1] = tostring(left)
    end
  else
    known = false
  end
end
if #short > 1 then
  return short
end

for sku, quantity in pairs(demand) do
  redis.call('HINCRBY', held, sku, quantity)
end
redis.call('HSET', holds, name, cjson.encode(demand))
redis.call('ZADD', expiries, now + life, name)
return {known and 'HELD' or 'MISS'}
