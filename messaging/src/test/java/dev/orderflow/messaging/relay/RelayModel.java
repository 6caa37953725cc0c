package dev.orderflow.messaging.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * The relay's turn against {@link JournalModel}, with clients at work between any two of its steps, failing sends and
 * crashes at any point. Counts what the readers would have lost or seen in the wrong order.
 */
final class RelayModel {

    /** What went wrong in one run. */
    record Verdict(long lost, long swapped, long cursorPassedOpenGap, long cursorWentBack) {

        boolean isClean() {
            return lost + swapped + cursorPassedOpenGap + cursorWentBack == 0;
        }
    }

    private static final int STEPS = 400;
    private static final int LIMIT = 5;

    private final Random random;
    private final JournalModel journal;
    private final LongFunction<Memory> start;
    private final boolean boundFromSnapshot;
    private final List<JournalModel.Event> published = new ArrayList<>();
    private Memory memory;
    private long durableCursor;
    private long passedOpenGap;
    private long wentBack;

    private RelayModel(long seed, LongFunction<Memory> start, boolean boundFromSnapshot, boolean xidFirst) {
        this.random = new Random(seed);
        this.journal = new JournalModel(random, xidFirst);
        this.start = start;
        this.boundFromSnapshot = boundFromSnapshot;
        this.memory = start.apply(0);
    }

    static Verdict run(long seed, LongFunction<Memory> start, boolean boundFromSnapshot, boolean xidFirst) {
        return new RelayModel(seed, start, boundFromSnapshot, xidFirst).run();
    }

    private Verdict run() {
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(4) > 0) {
                journal.step();
            } else if (!turn()) {
                memory = start.apply(durableCursor);
            }
        }
        journal.settle();
        while (durableCursor < journal.committed().lastEntry().getKey()) {
            calmTurn();
        }
        return new Verdict(lost(), swapped(), passedOpenGap, wentBack);
    }

    /** False when the relay died on the way, or a send failed: both start again from the durable cursor. */
    private boolean turn() {
        var poll = journal.poll(memory.highest(), memory.open(), LIMIT);
        clients();
        int sent = random.nextInt(8) == 0
                ? random.nextInt(poll.rows().size() + 1)
                : poll.rows().size();
        published.addAll(poll.rows().subList(0, sent));
        clients();
        if (sent < poll.rows().size() || random.nextInt(10) == 0) {
            return false;
        }
        memory.observe(poll, poll.rows().size() == LIMIT);
        if (memory.hasUnbounded()) {
            clients();
            memory.bound(boundFromSnapshot ? poll.xmax() : journal.nextXid());
        }
        clients();
        store();
        return random.nextInt(20) > 0;
    }

    private void clients() {
        for (int steps = random.nextInt(4); steps > 0; steps--) {
            journal.step();
        }
    }

    private void store() {
        if (memory.cursor() < durableCursor) {
            wentBack++;
        }
        durableCursor = memory.cursor();
        if (journal.isStillToCome(durableCursor)) {
            passedOpenGap++;
        }
    }

    private void calmTurn() {
        var poll = journal.poll(memory.highest(), memory.open(), LIMIT);
        published.addAll(poll.rows());
        memory.observe(poll, poll.rows().size() == LIMIT);
        if (memory.hasUnbounded()) {
            memory.bound(journal.nextXid());
        }
        store();
    }

    private long lost() {
        var arrived = published.stream().map(JournalModel.Event::position).collect(Collectors.toSet());
        return journal.committed().keySet().stream()
                .filter(position -> !arrived.contains(position))
                .count();
    }

    /** An inbox drops repetitions, so what counts is the first time that each event arrives. */
    private long swapped() {
        var newest = new TreeMap<Integer, Long>();
        return published.stream()
                .distinct()
                .filter(event -> {
                    var before = newest.merge(event.aggregate(), event.version(), Math::max);
                    return before > event.version();
                })
                .count();
    }
}
