package dev.orderflow.devservices.drill.schedule;

import dev.orderflow.devservices.drill.DrillPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * When which fault happens: a pure function of the plan. First come the calm kills, one after the other. Then two lanes run
 * side by side, one fault after the other in each: what happens to processes, and what happens around them. So of the
 * processes that all need only one is away at a time, while the provider may be away as well, Redis empty, and an old event
 * come again.
 */
public record Schedule(List<Planned> calm, List<Planned> processes, List<Planned> surroundings) {

    /** Nothing goes wrong. */
    public static final Schedule NONE = new Schedule(List.of(), List.of(), List.of());

    /** Time for a few orders, and for the first events that can be published again. */
    private static final Duration QUIET_START = Duration.ofSeconds(4);

    /**
     * Before the first calm kill, whose bound is strict: processes that have just started spend this long with loading and
     * compiling what they run, and two cores have nothing left then for one that starts.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    /** What a process needs at least to be back. */
    private static final Duration RECOVERY = Duration.ofSeconds(4);

    public Schedule {
        calm = List.copyOf(calm);
        processes = List.copyOf(processes);
        surroundings = List.copyOf(surroundings);
    }

    public static Schedule of(DrillPlan plan) {
        ProcessFaults processes = new ProcessFaults(new Random(plan.seed()), plan);
        SurroundingFaults surroundings = new SurroundingFaults(new Random(~plan.seed()), plan);
        List<Planned> calm =
                plan.hasCalmRound() ? CalmRound.of(plan, new Random(plan.seed() + 3), WARM_UP, RECOVERY) : List.of();
        return new Schedule(
                calm,
                after(calm, lane(plan, new Random(plan.seed() + 1), RECOVERY, processes::round)),
                after(calm, lane(plan, new Random(plan.seed() + 2), Duration.ZERO, surroundings::round)));
    }

    private static List<Planned> after(List<Planned> calm, List<Planned> lane) {
        Duration by = length(calm);
        return lane.stream().map(planned -> planned.later(by)).toList();
    }

    /** How much later the two lanes begin for the calm kills, if nothing is slow. */
    public Duration calmLength() {
        return length(calm);
    }

    private static Duration length(List<Planned> calm) {
        return calm.isEmpty()
                ? Duration.ZERO
                : calm.getLast().until().plus(RECOVERY).minus(QUIET_START);
    }

    /** When the last fault begins. */
    public Duration length() {
        return all().getLast().at();
    }

    /** In the order of time. */
    public List<Planned> all() {
        List<Planned> all = new ArrayList<>(calm);
        all.addAll(processes);
        all.addAll(surroundings);
        all.sort(Comparator.comparing(Planned::at));
        return all;
    }

    /** The first round is always whole, so that each kind of fault happens however short the drill is. */
    private static List<Planned> lane(
            DrillPlan plan, Random random, Duration recovery, Supplier<List<Fault>> nextRound) {
        List<Planned> lane = new ArrayList<>();
        Duration at = QUIET_START.plus(pause(random));
        for (boolean first = true; first || at.compareTo(plan.duration()) < 0; first = false) {
            for (Fault fault : nextRound.get()) {
                if (first || at.compareTo(plan.duration()) < 0) {
                    lane.add(new Planned(at, fault));
                    at = at.plus(fault.lasting()).plus(recovery).plus(pause(random));
                }
            }
        }
        return lane;
    }

    private static Duration pause(Random random) {
        return Duration.ofMillis(random.nextInt(500, 3_000));
    }
}
