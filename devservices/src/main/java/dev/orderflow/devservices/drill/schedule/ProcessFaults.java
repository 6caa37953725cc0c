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

/** Rounds of faults of processes: in each every service, one relay holder, Kafka, Postgres and Redis are killed. */
final class ProcessFaults {

    private static final List<String> STORAGE = List.of("kafka", "postgres", "redis");

    /** Past the relay's lease (5 s) and the session of a consumer (10 s). */
    private static final Duration PAST_THE_RELAYS_LEASE = Duration.ofSeconds(12);

    /** Past the longest lease of a task (45 s). */
    private static final Duration PAST_EVERY_LEASE = Duration.ofSeconds(50);

    private final Random random;
    private final int replicas;
    private int rounds;

    ProcessFaults(Random random, int replicas) {
        this.random = random;
        this.replicas = replicas;
    }

    List<Fault> round() {
        List<Fault> round = new ArrayList<>();
        for (Service service : Service.values()) {
            round.add(new Kill(service.replica(1 + random.nextInt(replicas)), down()));
        }
        STORAGE.forEach(part -> round.add(new Kill(part, down())));
        round.add(new KillRelayHolder(anyService(), down()));
        round.add(new FreezeRelayHolder(anyService(), rounds++ % 2 == 0 ? PAST_THE_RELAYS_LEASE : PAST_EVERY_LEASE));
        Collections.shuffle(round, random);
        return round;
    }

    private Service anyService() {
        return Service.values()[random.nextInt(Service.values().length)];
    }

    private Duration down() {
        return Duration.ofMillis(random.nextInt(200, 3_000));
    }
}
