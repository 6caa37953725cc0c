package dev.orderflow.devservices.drill.schedule;

import dev.orderflow.devservices.drill.schedule.Fault.FreezeRelayHolder;
import dev.orderflow.devservices.drill.schedule.Fault.Kill;
import dev.orderflow.devservices.drill.schedule.Fault.KillRelayHolder;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rounds of faults of processes: in each every service, Kafka, Postgres and Redis are killed, of one service the replica
 * that publishes, and another one is frozen.
 */
final class ProcessFaults {

    private static final List<String> STORAGE = List.of("kafka", "postgres", "redis");

    /** Past the relay's lease (5 s), the session of a consumer (6 s) and the lease of a task (10 s). */
    private static final Duration PAST_EVERY_LEASE = Duration.ofSeconds(13);

    private final Random random;
    private final int replicas;

    ProcessFaults(Random random, int replicas) {
        this.random = random;
        this.replicas = replicas;
    }

    List<Fault> round() {
        List<Fault> round = new ArrayList<>();
        Service relay = anyService();
        for (Service service : Service.values()) {
            round.add(service == relay ? new KillRelayHolder(service, down()) : new Kill(anyReplica(service), down()));
        }
        STORAGE.forEach(part -> round.add(new Kill(part, down())));
        round.add(new FreezeRelayHolder(anyService(), PAST_EVERY_LEASE));
        Collections.shuffle(round, random);
        return round;
    }

    private String anyReplica(Service service) {
        return service.replica(1 + random.nextInt(replicas));
    }

    private Service anyService() {
        return Service.values()[random.nextInt(Service.values().length)];
    }

    private Duration down() {
        return Duration.ofMillis(random.nextInt(200, 3_000));
    }
}
