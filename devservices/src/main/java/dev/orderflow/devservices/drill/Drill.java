package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Invariants;
import dev.orderflow.devservices.drill.check.Observations;
import dev.orderflow.devservices.drill.check.Violation;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.fault.Faults;
import dev.orderflow.devservices.drill.fault.Outside;
import dev.orderflow.devservices.drill.load.Load;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.drill.load.Shelf;
import dev.orderflow.devservices.drill.schedule.Schedule;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.Endpoints;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A fault drill: customers of all kinds, everything that can go wrong, and a look from outside at what became of it. The
 * system is started with {@link #options()} and belongs to the drill alone.
 */
public final class Drill implements AutoCloseable {

    private static final Duration PRODUCTS_ARE_KNOWN = Duration.ofSeconds(60);
    private static final int NOT_HEARD_OF_IT = 422;

    private final DrillPlan plan;
    private final Options options;
    private final Outside outside;

    private Drill(DrillPlan plan, Options options, Outside outside) {
        this.plan = plan;
        this.options = options;
        this.outside = outside;
    }

    /** @param base where the data are and which ports are taken */
    public static Drill of(DrillPlan plan, Options base) {
        Endpoints endpoints = OrderflowSystem.of(base).endpoints();
        Outside outside = Outside.of(endpoints);
        Map<String, String> variables = new HashMap<>(base.serviceVariables());
        variables.putAll(outside.serviceVariables());
        // A hold whose settlement a fault has swallowed ends by itself; two minutes is long to wait for that.
        variables.put("ORDERFLOW_ORDER_GATE_HOLD", "PT20S");
        // A refused refund is tried again until the order is stuck: these pauses add up to minutes.
        variables.put("ORDERFLOW_PAYMENT_DEADLINES_REFUND_AGAIN", "PT0.3S");
        if (plan.hasDeadlines()) {
            variables.put("ORDERFLOW_ORDER_DEADLINES_RESERVED", DrillPlan.PAYMENT_DEADLINE.toString());
        }
        return new Drill(plan, base.withReplicas(plan.replicas()).withServiceVariables(variables), outside);
    }

    /** How the system has to be started. */
    public Options options() {
        return options;
    }

    /**
     * Drills a system that runs and that nobody has used before.
     *
     * @param progress is told now and then how far it is, a line each
     */
    public Report run(OrderflowSystem system, Consumer<String> progress) throws InterruptedException {
        Faults faults = new Faults(Schedule.of(plan), system, plan.replicas(), outside, plan.seed());
        return run(system, plan.replicas(), faults, faults::run, progress);
    }

    /**
     * The same customers and the same look at the result, with nothing going wrong: something else is done meanwhile,
     * for as long as it takes. There are as many replicas again at its end as the plan has.
     */
    public Report run(OrderflowSystem system, Change change, Consumer<String> progress) throws InterruptedException {
        Faults none = new Faults(Schedule.NONE, system, plan.replicas(), outside, plan.seed());
        return run(system, change.replicas(), none, _ -> change.make(), progress);
    }

    /** @param replicas how many there are of a service at most */
    private Report run(OrderflowSystem system, int replicas, Faults faults, Work meanwhile, Consumer<String> progress)
            throws InterruptedException {
        sellProducts(system);
        Load load = new Load(system, plan.seed(), replicas);
        Instant begin = Instant.now();
        try (Progress _ = Progress.of(load, faults, progress);
                Stalls stalls = Stalls.watching()) {
            List<Purchase> purchases = drill(load, meanwhile, begin);
            progress.accept("The faults are over; waiting for all orders and books");
            // What could not be started again is a finding; what it held up need not be one as well.
            system.start();
            return report(new Look(system, plan, replicas, load, purchases, faults, stalls), begin, progress);
        }
    }

    /** What is done while customers order. */
    @FunctionalInterface
    private interface Work {

        void run(Instant begin) throws InterruptedException;
    }

    private static void sellProducts(OrderflowSystem system) {
        Catalogue.load(system, Shelf.products());
        if (!Wait.until(
                () -> Catalogue.askOrder(system, Shelf.products()).status() != NOT_HEARD_OF_IT, PRODUCTS_ARE_KNOWN)) {
            throw new PartFailed("order has not heard of the products of the drill");
        }
    }

    private List<Purchase> drill(Load load, Work meanwhile, Instant begin) throws InterruptedException {
        Thread customers = Thread.ofVirtual().start(() -> load.run(plan.ordersPerSecond()));
        try {
            meanwhile.run(begin);
            Thread.sleep(Duration.between(Instant.now(), begin.plus(plan.duration())));
        } finally {
            load.stop();
        }
        customers.join();
        return load.finish(Settling.FINAL_WITHIN);
    }

    private Report report(Look look, Instant begin, Consumer<String> progress) {
        Instant lastFault = look.faults().done().stream()
                .map(Done::end)
                .max(Instant::compareTo)
                .orElse(begin);
        Settling settling = Settling.of(look, lastFault, progress);
        Observations seen = settling.seen();
        Rest rest = Rest.of(seen.purchases(), seen.orders(), lastFault, Instant.now());
        List<Violation> violations = Invariants.violations(seen);
        return Report.of(plan, begin, seen, outside.provider().lostAnswers(), rest, violations);
    }

    @Override
    public void close() {
        outside.close();
    }
}
