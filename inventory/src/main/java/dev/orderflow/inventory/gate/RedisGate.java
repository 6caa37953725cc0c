package dev.orderflow.inventory.gate;

import dev.orderflow.contracts.gate.GateScript;
import dev.orderflow.inventory.domain.Stock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

    /** Sets these levels, unless newer ones are known, and removes these holds, in one step. */
    Uni<Void> settle(Collection<Stock> levels, Collection<String> holds) {
        var arguments = arguments(levels, holds);
        return redis.evalsha(GateScript.SETTLE.evalSha(arguments))
                .onFailure(GateScript::isUnknown)
                .recoverWithUni(() -> redis.eval(GateScript.SETTLE.eval(arguments)))
                .replaceWithVoid()
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    private static List<String> arguments(Collection<Stock> levels, Collection<String> holds) {
        var arguments = new ArrayList<String>();
        arguments.add(Integer.toString(levels.size()));
        for (var stock : levels) {
            arguments.add(stock.sku());
            arguments.add(Long.toString(stock.available()));
            arguments.add(Long.toString(stock.version()));
        }
        arguments.addAll(holds);
        return arguments;
    }
}
