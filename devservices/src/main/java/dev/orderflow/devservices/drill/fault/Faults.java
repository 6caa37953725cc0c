package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.drill.schedule.Planned;
import dev.orderflow.devservices.drill.schedule.Schedule;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** All that goes wrong in one drill, as it happens. */
public final class Faults {

    private final Schedule schedule;
    private final Injector injector;
    private final Republisher republisher;
    private final List<Done> done = Collections.synchronizedList(new ArrayList<>());
    private volatile String latest = "";

    public Faults(Schedule schedule, OrderflowSystem system, int replicas, Outside outside, long seed) {
        this.schedule = schedule;
        this.republisher = new Republisher(system.endpoints().kafkaBootstrap(), seed);
        this.injector = new Injector(system, new RelayHolders(system, replicas), outside, republisher);
    }

    /** Returns when the last fault is over. An interrupt ends it early, with everything put right. */
    public void run(Instant begin) throws InterruptedException {
        lane(begin).run(schedule.calm());
        Lane lane = lane(later(begin, Instant.now().minus(schedule.calmLength())));
        List<Thread> lanes = List.of(
                Thread.ofVirtual().start(() -> lane.run(schedule.processes())),
                Thread.ofVirtual().start(() -> lane.run(schedule.surroundings())));
        try {
            for (Thread each : lanes) {
                each.join();
            }
        } finally {
            lanes.forEach(Thread::interrupt);
        }
    }

    private Lane lane(Instant begin) {
        return new Lane(injector, begin, this::announce, done::add);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What went wrong so far, in the order in which it began. */
    public List<Done> done() {
        synchronized (done) {
            return done.stream().sorted(Comparator.comparing(Done::begin)).toList();
        }
    }

    /** The fault that began last, in words. */
    public String latest() {
        return latest;
    }

    public Republisher republisher() {
        return republisher;
    }

    private void announce(Planned next) {
        latest = next.fault().words();
    }
}
