package dev.orderflow.devservices.drill.check;

import java.time.Duration;
import java.util.List;

/** All that a drill checks. */
public final class Invariants {

    private static final List<Invariant> ALL = List.of(
            new EveryOrderEnds(),
            new OrdersEndSoon(),
            new OrdersEndOnceServicesAreBack(),
            new OutcomesFit(),
            new MoneyIsRight(),
            new OnlyRefusedRefundsGetStuck(),
            new StockAddsUp(),
            new OneParcelPerOrder(),
            new CustomersAreToldOnce(),
            new PointsAreEarnedOnce(),
            new AnalyticsCountsRight(),
            new WhoLeavesIsForgotten(),
            new JournalsMatchTopics(),
            new ProductsAgree(),
            new NothingTakesEffectTwice(),
            new TasksAreDone(),
            new NoDeadLetters(),
            new RelaysTakeTurns(),
            new ReplicasShareTheWork(),
            new TheDrillWorked());

    private Invariants() {}

    /** The rules, in words. */
    public static List<String> words() {
        return ALL.stream().map(Invariant::words).toList();
    }

    /** Empty if all is well. */
    public static List<Violation> violations(Observations seen) {
        return ALL.stream().flatMap(invariant -> invariant.violations(seen)).toList();
    }

    /** How many orders waited for their payment past their deadline. */
    public static long timedOut(Observations seen) {
        return Unpaid.count(seen);
    }

    /** The longest that an order took after the last fault that it met, if that was none of an outside party. */
    public static Duration longestWait(Observations seen) {
        return OrdersEndSoon.longest(seen);
    }

    /** How many events relays have published again by themselves. */
    public static long publishedAgain(Observations seen) {
        return RelaysTakeTurns.count(seen);
    }
}
