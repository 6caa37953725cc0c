package dev.orderflow.bench.data;

import static dev.orderflow.bench.data.Step.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has happened to an order so far, in order; never empty. */
record Past(List<Happened> steps) {

    /** @param at also when the journal recorded it */
    record Happened(Step step, Instant at) {}

    /** Of the newest orders, so many wait longer than is usual at some step, so that every state can be met. */
    private static final double DAWDLING = 0.2;

    /** Of those that somebody waits for, so many have waited in vain. */
    private static final double IN_VAIN = 0.3;

    /** Where a deadline that passes makes an order stuck; before, it is cancelled. */
    private static final Set<Step> STICKY =
            EnumSet.of(SHIPPED, RECALL_REQUESTED, CANCELLED_UNPAID, CANCELLED_PAID, RETURN_ACCEPTED, RETURNED);

    Past {
        steps = List.copyOf(steps);
    }

    /** @param recent whether it is one of the newest, which may still be under way */
    static Past of(Story story, Instant placedAt, Instant until, boolean recent, Chance chance) {
        var happened = new ArrayList<Happened>();
        int most = recent && chance.in(DAWDLING)
                ? 1 + chance.below(story.steps().size())
                : story.steps().size();
        var at = placedAt;
        for (var step : story.steps()) {
            at = at.plus(step.pause(chance));
            if (at.isAfter(until) || happened.size() >= most && !step.isTogether()) {
                break;
            }
            happened.add(new Happened(step, at));
        }
        var past = new Past(happened);
        return STICKY.contains(past.last().step()) && chance.in(recent ? IN_VAIN : 0) ? past.stuck(until) : past;
    }

    private Past stuck(Instant until) {
        var longer = new ArrayList<>(steps);
        longer.add(
                new Happened(STUCK, last().at().plus((java.time.Duration.between(last().at(), until)).dividedBy(2))));
        return new Past(longer);
    }

    Happened last() {
        return steps.getLast();
    }

    boolean has(Step step) {
        return at(step).isPresent();
    }

    Optional<Instant> at(Step step) {
        return steps.stream()
                .filter(each -> each.step() == step)
                .map(Happened::at)
                .findFirst();
    }
}
