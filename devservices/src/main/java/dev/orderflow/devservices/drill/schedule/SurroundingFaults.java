package dev.orderflow.devservices.drill.schedule;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.schedule.Fault.CutCarrier;
import dev.orderflow.devservices.drill.schedule.Fault.CutProvider;
import dev.orderflow.devservices.drill.schedule.Fault.FlushRedis;
import dev.orderflow.devservices.drill.schedule.Fault.Kill;
import dev.orderflow.devservices.drill.schedule.Fault.LoseAnswers;
import dev.orderflow.devservices.drill.schedule.Fault.Republish;
import dev.orderflow.devservices.drill.schedule.Fault.SlowCarrier;
import dev.orderflow.devservices.drill.schedule.Fault.SlowProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Rounds of faults that leave the system's own processes alone. */
final class SurroundingFaults {

    private static final Duration LONGEST_TROUBLE = Duration.ofSeconds(30);

    /** With a slow card (5 s) still below what payment waits for an answer (9 s). */
    private static final Duration DELAY = Duration.ofSeconds(3);

    private static final Duration LATE = Duration.ofSeconds(30);
    private static final String MAIL = "mail";
    private static final int EVENTS = 50;

    private final Random random;
    private final Duration cut;
    private final Duration trouble;
    private final Duration elsewhere;

    SurroundingFaults(Random random, DrillPlan plan) {
        this.random = random;
        this.cut = plan.cut();
        this.trouble = shorter(plan.duration().dividedBy(8), LONGEST_TROUBLE);
        this.elsewhere = shorter(plan.duration().dividedBy(12), LONGEST_TROUBLE);
    }

    List<Fault> round() {
        List<Fault> round = new ArrayList<>(List.of(
                new CutProvider(cut),
                new SlowProvider(trouble, DELAY),
                new LoseAnswers(trouble),
                new CutCarrier(elsewhere),
                new SlowCarrier(elsewhere, DELAY),
                new Kill(MAIL, elsewhere),
                new FlushRedis()));
        Collections.shuffle(round, random);
        // There has to be something that can be published again, and is old enough for it.
        round.add(2, new Republish(EVENTS, Duration.ZERO));
        round.add(new Republish(EVENTS, LATE));
        return round;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
