package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.drill.fault.ProviderProxy.Weather;
import dev.orderflow.devservices.drill.schedule.Fault;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Makes things go wrong, from outside, and puts them right again. */
final class Injector {

    /** Redis may be on its way back from its own fault. */
    private static final Duration REDIS_IS_BACK = Duration.ofSeconds(30);

    private final OrderflowSystem system;
    private final RelayHolders holders;
    private final ProviderProxy provider;
    private final Republisher republisher;

    Injector(OrderflowSystem system, RelayHolders holders, ProviderProxy provider, Republisher republisher) {
        this.system = system;
        this.holders = holders;
        this.provider = provider;
        this.republisher = republisher;
    }

    /** The process that a fault will hit; empty if it hits none. */
    String target(Fault fault) {
        return switch (fault) {
            case Fault.Kill kill -> kill.part();
            case Fault.KillRelayHolder kill -> holders.of(kill.service());
            case Fault.FreezeRelayHolder freeze -> holders.of(freeze.service());
            case Fault.FlushRedis _ -> "redis";
            case Fault.Republish _ -> "";
            case Fault.CutProvider _, Fault.SlowProvider _, Fault.LoseAnswers _ -> "";
        };
    }

    /** Returns when it is over and what it hit is ready again. */
    void inject(Fault fault, String target) throws InterruptedException, ExecutionException {
        switch (fault) {
            case Fault.Kill(String _, Duration down) -> kill(target, down);
            case Fault.KillRelayHolder(var _, Duration down) -> kill(target, down);
            case Fault.FreezeRelayHolder(var _, Duration lasting) -> freeze(target, lasting);
            case Fault.FlushRedis() -> flush();
            case Fault.Republish(int events, Duration late) -> republisher.republish(events, late);
            case Fault.CutProvider(Duration lasting) -> provider(new Weather.Cut(), lasting);
            case Fault.SlowProvider(Duration lasting, Duration delay) -> provider(new Weather.Slow(delay), lasting);
            case Fault.LoseAnswers(Duration lasting) -> provider(new Weather.Lossy(), lasting);
        }
    }

    private void kill(String part, Duration down) throws InterruptedException {
        system.kill(part);
        try {
            Thread.sleep(down);
        } finally {
            system.start(part);
        }
    }

    private void freeze(String part, Duration lasting) throws InterruptedException {
        system.freeze(part);
        try {
            Thread.sleep(lasting);
        } finally {
            system.thaw(part);
        }
        system.start(part);
    }

    private void provider(Weather weather, Duration lasting) throws InterruptedException {
        provider.weather(weather);
        try {
            Thread.sleep(lasting);
        } finally {
            provider.weather(new Weather.Fair());
        }
    }

    private void flush() {
        RedisLink redis = new RedisLink(system.endpoints().redis());
        if (!Wait.until(() -> isFlushed(redis), REDIS_IS_BACK)) {
            throw new PartFailed("redis takes no FLUSHALL");
        }
    }

    private static boolean isFlushed(RedisLink redis) {
        try {
            redis.flushAll();
            return true;
        } catch (PartFailed notYet) {
            return false;
        }
    }
}
