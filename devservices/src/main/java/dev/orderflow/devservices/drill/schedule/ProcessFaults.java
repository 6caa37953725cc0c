package dev.orderflow.devservices.drill.schedule;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.schedule.Fault.Freeze;
import dev.orderflow.devservices.drill.schedule.Fault.HoldCommits;
import dev.orderflow.devservices.drill.schedule.Fault.Kill;
import dev.orderflow.devservices.drill.schedule.Fault.KillRelayHolder;
import dev.orderflow.devservices.drill.schedule.Fault.KillRelayHolderWithoutKafka;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Rounds of faults of processes: in each every service, Kafka, Postgres and Redis are killed, a replica is frozen, and
 * commits are held up while nobody is away. Of order, which is killed while Kafka is away, and of one more service it is
 * the replica that publishes. The first round spares the others that a calm round has killed before it.
 */
final class ProcessFaults {

    private static final List<String> STORAGE = List.of("postgres", "redis");

    /** The one that goes on writing while Kafka is away: customers place and cancel orders. */
    private static final Service WITHOUT_KAFKA = Service.ORDER;

    /** So that some events wait for Kafka, and the lease (5 s) is still held. */
    private static final Duration AWAY = Duration.ofSeconds(2);

    /** Past the relay's lease (5 s), which is handed back by then and taken again and again. */
    private static final Duration AWAY_FOR_LONG = Duration.ofSeconds(12);

    /** Nothing else may be away: a relay that can't publish looks for its gaps anew, and would find them. */
    private static final Duration HELD = Duration.ofSeconds(4);

    private static final List<Service> OTHERS = Stream.of(Service.values())
            .filter(service -> service != WITHOUT_KAFKA)
            .toList();

    /** Those that publish something: of the others it does not matter which replica holds the lease. */
    private static final List<Service> RELAYS = Service.withDatabase().stream()
            .filter(service -> service != Service.LOYALTY)
            .toList();

    /** Past the relay's lease (5 s), the session of a consumer (6 s) and the lease of a task (10 s). */
    private static final Duration PAST_EVERY_LEASE = Duration.ofSeconds(13);

    private final Random random;
    private final int replicas;
    private final boolean hasTime;
    private boolean isCalmRoundsTurn;

    ProcessFaults(Random random, DrillPlan plan) {
        this.random = random;
        this.replicas = plan.replicas();
        this.hasTime = plan.isLong();
        this.isCalmRoundsTurn = plan.hasCalmRound();
    }

    List<Fault> round() {
        List<Fault> round = new ArrayList<>();
        Service relay = anyOf(RELAYS.stream().filter(OTHERS::contains).toList());
        round.add(new KillRelayHolder(relay, down()));
        OTHERS.stream()
                .filter(service -> service != relay && !isKilledAlready(service))
                .map(service -> new Kill(anyReplica(service), down()))
                .forEach(round::add);
        round.add(new KillRelayHolderWithoutKafka(WITHOUT_KAFKA, AWAY));
        STORAGE.forEach(part -> round.add(new Kill(part, down())));
        round.add(new Freeze(anyOf(RELAYS), PAST_EVERY_LEASE));
        round.add(new HoldCommits(HELD));
        if (hasTime) {
            round.add(new Kill("kafka", AWAY_FOR_LONG));
            round.add(new Freeze(Service.ANALYTICS, PAST_EVERY_LEASE));
        }
        Collections.shuffle(round, random);
        isCalmRoundsTurn = false;
        return round;
    }

    /** So that a short drill is not much longer for its calm round. */
    private boolean isKilledAlready(Service service) {
        return isCalmRoundsTurn && CalmRound.SERVICES.contains(service);
    }

    private Service anyOf(List<Service> services) {
        return services.get(random.nextInt(services.size()));
    }

    private String anyReplica(Service service) {
        return service.replica(1 + random.nextInt(replicas));
    }

    private Duration down() {
        return Duration.ofMillis(random.nextInt(200, 3_000));
    }
}
