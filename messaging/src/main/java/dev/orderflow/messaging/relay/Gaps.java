package dev.orderflow.messaging.relay;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What the relay knows of the journal: the highest position that it has seen and the positions below that it has not.
 * Pure, and in memory only: one entry for each run of missing positions, however long.
 *
 * <p>Positions are drawn in one order and commit in another, so a missing position is either still to come or was
 * aborted. A gap gets a bound: the xid that the database hands out after the poll that first missed it. Whoever drew
 * that position had its xid before, so once no transaction below the bound runs any more, a gap that is still not
 * visible never will be.
 */
final class Gaps {

    private static final long UNBOUNDED = Long.MAX_VALUE;

    private record Gap(long first, long last, long bound) {}

    private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    private long highest;

    /** @param cursor everything up to here is published or dead */
    Gaps(long cursor) {
        this.highest = cursor;
    }

    long highest() {
        return highest;
    }

    /** First position of every gap, ascending. */
    Long[] firsts() {
        return each(Gap::first);
    }

    /** Last position of every gap, in the order of {@link #firsts}. */
    Long[] lasts() {
        return each(Gap::last);
    }

    int count() {
        return gaps.size();
    }

    /** The durable cursor: nothing at or below it will ever have to be published again. */
    long cursor() {
        return gaps.isEmpty() ? highest : gaps.firstKey() - 1;
    }

    /**
     * Takes in one poll.
     *
     * @param snapshotXmin xmin of the snapshot that the poll read with: every transaction below it had ended
     * @param positions what the poll showed, ascending
     * @param limited whether the poll's limit cut it off; gaps come before new rows, so it hid none of them if it showed
     *     a new row
     */
    void observe(long snapshotXmin, List<Long> positions, boolean limited) {
        boolean allGapsRead = !limited || positions.getLast() > highest;
        positions.stream().filter(position -> position <= highest).forEach(this::close);
        if (allGapsRead) {
            gaps.values().removeIf(gap -> snapshotXmin >= gap.bound());
        }
        positions.stream().filter(position -> position > highest).forEach(this::advanceTo);
    }

    boolean hasUnbounded() {
        return gaps.values().stream().anyMatch(gap -> gap.bound() == UNBOUNDED);
    }

    /** Gives every gap that has no bound yet this one; it must have been drawn after the poll that showed the gap. */
    void bound(long xid) {
        gaps.replaceAll((first, gap) -> gap.bound() == UNBOUNDED ? new Gap(first, gap.last(), xid) : gap);
    }

    private void advanceTo(long position) {
        open(highest + 1, position - 1, UNBOUNDED);
        highest = position;
    }

    /** What is left on both sides keeps its bound. */
    private void close(long position) {
        var gap = gaps.remove(gaps.floorKey(position));
        open(gap.first(), position - 1, gap.bound());
        open(position + 1, gap.last(), gap.bound());
    }

    private void open(long first, long last, long bound) {
        if (first <= last) {
            gaps.put(first, new Gap(first, last, bound));
        }
    }

    private Long[] each(ToLongFunction<Gap> end) {
        return gaps.values().stream().mapToLong(end).boxed().toArray(Long[]::new);
    }
}
