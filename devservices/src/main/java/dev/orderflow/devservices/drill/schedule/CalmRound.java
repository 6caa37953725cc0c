package dev.orderflow.devservices.drill.schedule;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.schedule.Fault.KillService;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What comes before everything else: each service that an order needs, or its customer is told by, is killed once with all
 * its replicas, and from when it is ready again nothing goes wrong for as long as its orders have to end. It comes first
 * because then nothing waits for its next try that another fault has held up.
 */
final class CalmRound {

    /** The services of the saga. */
    static final List<Service> SERVICES =
            List.of(Service.ORDER, Service.INVENTORY, Service.PAYMENT, Service.SHIPPING, Service.NOTIFICATION);

    private CalmRound() {}

    /** @param recovery what a process needs at least to be back */
    static List<Planned> of(DrillPlan plan, Random random, Duration begin, Duration recovery) {
        List<Planned> round = new ArrayList<>();
        Duration at = begin;
        for (Service service : shuffled(random)) {
            Fault kill = new KillService(service, plan.replicas(), Duration.ofMillis(random.nextInt(200, 1_000)));
            Planned next = new Planned(at, kill, plan.calm());
            round.add(next);
            at = next.until().plus(recovery);
        }
        return round;
    }

    private static List<Service> shuffled(Random random) {
        List<Service> services = new ArrayList<>(SERVICES);
        Collections.shuffle(services, random);
        return services;
    }
}
