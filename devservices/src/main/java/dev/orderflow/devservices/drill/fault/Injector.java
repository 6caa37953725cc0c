package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.drill.fault.PartyProxy.Weather;
import dev.orderflow.devservices.drill.schedule.Fault;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Makes things go wrong, from outside, and puts them right again. */
final class Injector {

    /** Redis may be on its way back from its own fault. */
    private static final Duration REDIS_IS_BACK = Duration.ofSeconds(30);

    /** While Postgres or Kafka is on its way back, nobody asks the provider for anything. */
    private static final Duration SOMEBODY_ASKS = Duration.ofMinutes(1);

    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM journal";
    private static final int UNPUBLISHED = 3;
    private static final Duration SOMEBODY_ORDERS = Duration.ofSeconds(30);

    private final OrderflowSystem system;
    private final RelayHolders holders;
    private final Outside outside;
    private final Republisher republisher;

    Injector(OrderflowSystem system, RelayHolders holders, Outside outside, Republisher republisher) {
        this.system = system;
        this.holders = holders;
        this.outside = outside;
        this.republisher = republisher;
    }

    /** The processes that a fault will hit, in that order. */
    List<String> targets(Fault fault) {
        return switch (fault) {
            case Fault.Kill kill -> List.of(kill.part());
            case Fault.KillService kill -> replicas(kill);
            case Fault.KillRelayHolder kill -> List.of(holders.of(kill.service()));
            case Fault.KillRelayHolderWithoutKafka kill -> List.of("kafka", holders.of(kill.service()));
            case Fault.Freeze freeze -> List.of(holders.of(freeze.service()));
            case Fault.FlushRedis _ -> List.of("redis");
            case Fault.Republish _ -> List.of();
            case Fault.CutProvider _, Fault.SlowProvider _, Fault.LoseAnswers _ -> List.of();
            case Fault.CutCarrier _, Fault.SlowCarrier _, Fault.HoldCommits _ -> List.of();
        };
    }

    /** Returns when it is over and what it hit is ready again. */
    void inject(Fault fault, List<String> targets) throws InterruptedException, ExecutionException {
        switch (fault) {
            case Fault.Kill(String _, Duration down) -> kill(targets, down);
            case Fault.KillService(var _, var _, Duration down) -> killAll(targets, down);
            case Fault.KillRelayHolder(var _, Duration down) -> kill(targets, down);
            case Fault.KillRelayHolderWithoutKafka(var service, Duration down) ->
                killBehindUnpublished(service, targets, down);
            case Fault.Freeze(var _, Duration lasting) -> freeze(targets.getFirst(), lasting);
            case Fault.FlushRedis() -> flush();
            case Fault.Republish(int events, Duration late) -> republisher.republish(events, late);
            case Fault.CutProvider(Duration lasting) -> weather(outside.provider(), new Weather.Cut(), lasting);
            case Fault.SlowProvider(Duration lasting, Duration delay) ->
                weather(outside.provider(), new Weather.Slow(delay), lasting);
            case Fault.CutCarrier(Duration lasting) -> weather(outside.carrier(), new Weather.Cut(), lasting);
            case Fault.SlowCarrier(Duration lasting, Duration delay) ->
                weather(outside.carrier(), new Weather.Slow(delay), lasting);
            case Fault.LoseAnswers(Duration lasting) -> loseAnswers(lasting);
            case Fault.HoldCommits(Duration lasting) -> holdCommits(lasting);
        }
    }

    /** The second dies once it has had events before it, and the time to read them, that it can't have published. */
    private void killBehindUnpublished(Service service, List<String> parts, Duration down) throws InterruptedException {
        try {
            system.kill(parts.getFirst());
            Figure journal = new Figure(system, service);
            long head = journal.read(HEAD);
            if (!Wait.until(() -> journal.read(HEAD) >= head + UNPUBLISHED, SOMEBODY_ORDERS)) {
                throw new PartFailed("nobody ordered while " + parts.getFirst() + " was away");
            }
            Thread.sleep(down);
            system.kill(parts.getLast());
            Thread.sleep(down);
        } finally {
            parts.forEach(system::start);
        }
    }

    private static List<String> replicas(Fault.KillService kill) {
        return IntStream.rangeClosed(1, kill.replicas())
                .mapToObj(kill.service()::replica)
                .toList();
    }

    /** All away at once, and started again at once. */
    private void killAll(List<String> parts, Duration down) throws InterruptedException {
        try {
            parts.forEach(system::kill);
            Thread.sleep(down);
        } finally {
            system.startAll(parts);
        }
    }

    /** One after the other, and started again in the same order. */
    private void kill(List<String> parts, Duration down) throws InterruptedException {
        try {
            for (String part : parts) {
                system.kill(part);
                Thread.sleep(down);
            }
        } finally {
            parts.forEach(system::start);
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

    private static void weather(PartyProxy party, Weather weather, Duration lasting) throws InterruptedException {
        party.weather(weather);
        try {
            Thread.sleep(lasting);
        } finally {
            party.weather(new Weather.Fair());
        }
    }

    /** Until one is lost at least. */
    private void loseAnswers(Duration lasting) throws InterruptedException {
        PartyProxy provider = outside.provider();
        int before = provider.lostAnswers();
        provider.weather(new Weather.Lossy());
        try {
            Thread.sleep(lasting);
            Wait.until(() -> provider.lostAnswers() > before, SOMEBODY_ASKS);
        } finally {
            provider.weather(new Weather.Fair());
        }
    }

    private void holdCommits(Duration lasting) throws InterruptedException {
        CommitBrake brake = CommitBrake.of(system.endpoints());
        try {
            brake.putOn();
            Thread.sleep(lasting);
        } finally {
            brake.takeOff();
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
