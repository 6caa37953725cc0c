package dev.orderflow.messaging.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A database in memory that does to the relay what Postgres may do: positions are drawn in one order and committed in
 * another, or never; an aggregate's row is locked until its transaction ends; snapshots see exactly what has committed.
 */
final class JournalModel {

    private static final int AGGREGATES = 4;

    /** An event; its version is the aggregate's. */
    record Event(long position, int aggregate, long version) {}

    /** What one statement sees, and the xids that it could draw a bound from. */
    record Snapshot(long xmin, long xmax, List<Event> rows) {}

    private static final class Transaction {
        private long xid;
        private final List<Event> drawn = new ArrayList<>();
    }

    private final Random random;
    private final boolean xidBeforePosition;
    private final TreeMap<Long, Event> committed = new TreeMap<>();
    private final List<Transaction> running = new ArrayList<>();
    private final Map<Integer, Transaction> locks = new HashMap<>();
    private final long[] versions = new long[AGGREGATES];
    private long nextXid = 100;
    private long lastCompleted = 99;
    private long nextPosition = 1;

    JournalModel(Random random, boolean xidBeforePosition) {
        this.random = random;
        this.xidBeforePosition = xidBeforePosition;
    }

    /** Anything that a client may do next. */
    void step() {
        int dice = random.nextInt(10);
        if (running.isEmpty() || dice < 2) {
            begin();
        } else if (dice < 7) {
            append(any());
        } else {
            end(any(), dice < 9);
        }
    }

    /** Every open transaction ends one way or the other. */
    void settle() {
        while (!running.isEmpty()) {
            end(any(), random.nextBoolean());
        }
    }

    /** The rows above the highest and those in gaps, in position order, cut off by the limit. */
    Snapshot poll(long highest, List<Long> gaps, int limit) {
        var rows = committed.values().stream()
                .filter(event -> event.position() > highest || gaps.contains(event.position()))
                .limit(limit)
                .toList();
        long oldest = running.stream()
                .mapToLong(each -> each.xid)
                .filter(xid -> xid > 0)
                .min()
                .orElse(nextXid);
        return new Snapshot(oldest, lastCompleted + 1, rows);
    }

    /** As {@code pg_current_xact_id()} in a transaction of its own. */
    long nextXid() {
        long xid = nextXid++;
        lastCompleted = Math.max(lastCompleted, xid);
        return xid;
    }

    TreeMap<Long, Event> committed() {
        return committed;
    }

    /** Whether a transaction that still runs has drawn a position at or below this one. */
    boolean isStillToCome(long position) {
        return running.stream().flatMap(each -> each.drawn.stream()).anyMatch(event -> event.position() <= position);
    }

    private Transaction any() {
        return running.get(random.nextInt(running.size()));
    }

    private void begin() {
        var transaction = new Transaction();
        if (xidBeforePosition) {
            transaction.xid = nextXid++;
        }
        running.add(transaction);
    }

    /** Locks the aggregate first; a lock that another one holds is not waited for here, the step just does nothing. */
    private void append(Transaction transaction) {
        int aggregate = random.nextInt(AGGREGATES);
        if (locks.putIfAbsent(aggregate, transaction) == null || locks.get(aggregate) == transaction) {
            long earlier = transaction.drawn.stream()
                    .filter(event -> event.aggregate() == aggregate)
                    .count();
            transaction.drawn.add(new Event(nextPosition++, aggregate, versions[aggregate] + earlier + 1));
        }
    }

    private void end(Transaction transaction, boolean commit) {
        running.remove(transaction);
        locks.values().removeIf(owner -> owner == transaction);
        long xid = transaction.xid > 0 ? transaction.xid : nextXid++;
        lastCompleted = Math.max(lastCompleted, xid);
        if (commit) {
            transaction.drawn.forEach(event -> {
                committed.put(event.position(), event);
                versions[event.aggregate()] = event.version();
            });
        }
    }
}
