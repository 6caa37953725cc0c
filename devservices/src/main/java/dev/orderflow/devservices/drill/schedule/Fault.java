package dev.orderflow.devservices.drill.schedule;

import dev.orderflow.devservices.system.Service;
import java.time.Duration;

/** What can go wrong. Each is put right again by itself. */
public sealed interface Fault {

    /** A process of this name is ended by SIGKILL, and started again later. */
    record Kill(String part, Duration down) implements Fault {}

    /** All replicas of a service are ended by SIGKILL: until they are started again nobody does its work. */
    record KillService(Service service, int replicas, Duration down) implements Fault {}

    /** As {@link Kill}, whichever replica publishes this service's events at that moment. */
    record KillRelayHolder(Service service, Duration down) implements Fault {}

    /**
     * Kafka is ended by SIGKILL, and a moment later the replica that publishes this service's events: what it has read by
     * then it can't have published.
     */
    record KillRelayHolderWithoutKafka(Service service, Duration down) implements Fault {}

    /**
     * The replica that publishes, or the first of a service that publishes nothing, is stopped (SIGSTOP) for so long that
     * others take what it has, and goes on then.
     */
    record Freeze(Service service, Duration lasting) implements Fault {}

    /** Redis forgets everything. */
    record FlushRedis() implements Fault {}

    /** So many events are published once more, each at least so long after the first time. */
    record Republish(int events, Duration late) implements Fault {}

    /** The payment provider can't be reached. */
    record CutProvider(Duration lasting) implements Fault {}

    /** Each answer of the payment provider comes so much later. */
    record SlowProvider(Duration lasting, Duration delay) implements Fault {}

    /** The payment provider does what it is asked, and every other answer of it is lost. */
    record LoseAnswers(Duration lasting) implements Fault {}

    /** The carrier can't be reached. */
    record CutCarrier(Duration lasting) implements Fault {}

    /** Each answer of the carrier comes so much later. */
    record SlowCarrier(Duration lasting, Duration delay) implements Fault {}

    /** Some transactions draw their events' positions in the journal and commit late, behind others that drew later ones. */
    record HoldCommits(Duration lasting) implements Fault {}

    /** How long it stays wrong by itself, without the time that a process takes to start. */
    default Duration lasting() {
        return switch (this) {
            case Kill(String _, Duration down) -> down;
            case KillService(Service _, int _, Duration down) -> down;
            case KillRelayHolder(Service _, Duration down) -> down;
            case KillRelayHolderWithoutKafka(Service _, Duration down) -> down;
            case Freeze(Service _, Duration lasting) -> lasting;
            case CutProvider(Duration lasting) -> lasting;
            case SlowProvider(Duration lasting, Duration _) -> lasting;
            case LoseAnswers(Duration lasting) -> lasting;
            case CutCarrier(Duration lasting) -> lasting;
            case HoldCommits(Duration lasting) -> lasting;
            case SlowCarrier(Duration lasting, Duration _) -> lasting;
            case FlushRedis _, Republish _ -> Duration.ZERO;
        };
    }

    /** Whether an outside party is away or slow: tasks that fail meanwhile wait longer for each next try. */
    default boolean makesTasksWait() {
        return switch (this) {
            case CutProvider _, SlowProvider _, LoseAnswers _, CutCarrier _, SlowCarrier _ -> true;
            case Kill _, KillService _, KillRelayHolder _, KillRelayHolderWithoutKafka _, Freeze _ -> false;
            case FlushRedis _, Republish _, HoldCommits _ -> false;
        };
    }

    /** Whether an order may have waited for its end: not for one that only observes and, frozen, takes nobody's time. */
    default boolean makesOrdersWait() {
        return !(this instanceof Freeze(Service service, Duration _)) || service.hasDatabase();
    }

    /** Whether a process ends by it. */
    default boolean kills() {
        return switch (this) {
            case Kill _, KillService _, KillRelayHolder _, KillRelayHolderWithoutKafka _ -> true;
            default -> false;
        };
    }

    /** In a few words. */
    default String words() {
        return switch (this) {
            case Kill(String part, Duration _) -> "kill " + part;
            case KillService(Service service, int _, Duration _) -> "kill all of " + service.module();
            case KillRelayHolder(Service service, Duration _) -> "kill the relay holder of " + service.module();
            case KillRelayHolderWithoutKafka(Service service, Duration _) ->
                "kill kafka, and while it is away the relay holder of " + service.module();
            case Freeze(Service service, Duration lasting) ->
                "freeze " + (service.hasDatabase() ? "the relay holder of " : "") + service.module() + " for "
                        + seconds(lasting);
            case FlushRedis _ -> "flush redis";
            case Republish(int events, Duration late) ->
                "publish " + events + " events again" + (late.isZero() ? "" : ", at least " + seconds(late) + " late");
            case CutProvider(Duration lasting) -> "cut the payment provider off for " + seconds(lasting);
            case SlowProvider(Duration lasting, Duration delay) ->
                "slow the payment provider down by " + seconds(delay) + " for " + seconds(lasting);
            case LoseAnswers(Duration lasting) ->
                "lose every other answer of the payment provider for " + seconds(lasting);
            case HoldCommits(Duration lasting) -> "hold commits behind later ones for " + seconds(lasting);
            case CutCarrier(Duration lasting) -> "cut the carrier off for " + seconds(lasting);
            case SlowCarrier(Duration lasting, Duration delay) ->
                "slow the carrier down by " + seconds(delay) + " for " + seconds(lasting);
        };
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
