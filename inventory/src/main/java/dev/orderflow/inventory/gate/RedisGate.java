package dev.orderflow.inventory.gate;

import dev.orderflow.contracts.gate.GateScript;
import dev.orderflow.inventory.domain.Stock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gate's settle script. */
@Singleton
class RedisGate {

    /** A connection that was silently lost answers nothing for minutes. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final RedisAPI redis;

    @Inject
    RedisGate(RedisAPI redis) {
        this.redis = redis;
    }

    /**
     * Sets these levels, unless newer ones are known, and removes these holds, in one step.
     *
     * @return by sku, the levels that are newer
     */
    Uni<Map<String, String>> settle(Collection<Stock> levels, Collection<String> holds) {
        return settle(levels, Map.of(), holds);
    }

    /** Sets these levels in place of the mistaken ones, by sku, if those are still there. */
    Uni<Void> replace(Collection<Stock> levels, Map<String, String> mistaken) {
        return settle(levels, mistaken, Set.of()).replaceWithVoid();
    }

    private Uni<Map<String, String>> settle(
            Collection<Stock> levels, Map<String, String> mistaken, Collection<String> holds) {
        var arguments = arguments(levels, mistaken, holds);
        return redis.evalsha(GateScript.SETTLE.evalSha(arguments))
                .onFailure(GateScript::isUnknown)
                .recoverWithUni(() -> redis.eval(GateScript.SETTLE.eval(arguments)))
                .map(RedisGate::pairs)
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    private static List<String> arguments(
            Collection<Stock> levels, Map<String, String> mistaken, Collection<String> holds) {
        var arguments = new ArrayList<String>();
        arguments.add(Integer.toString(levels.size()));
        for (var stock : levels) {
            arguments.add(stock.sku());
            arguments.add(Long.toString(stock.available()));
            arguments.add(Long.toString(stock.version()));
            arguments.add(mistaken.getOrDefault(stock.sku(), ""));
        }
        arguments.addAll(holds);
        return arguments;
    }

    private static Map<String, String> pairs(Response answer) {
        var pairs = new HashMap<String, String>();
        for (int n = 0; n < answer.size(); n += 2) {
            pairs.put(answer.get(n).toString(), answer.get(n + 1).toString());
        }
        return pairs;
    }
}
