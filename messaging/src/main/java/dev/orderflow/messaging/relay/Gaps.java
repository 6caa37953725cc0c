package dev.orderflow.messaging.relay;

import java.util.List;
import java.util.TreeMap;

/**
 * What the relay knows of the journal: the highest position that it has seen and the positions below that it has not.
 * Pure, and in memory only.
 *
 * <p>Positions are drawn in one order and commit in another, so a missing position is either still to come or was
 * aborted. A gap gets a bound: the xid that the database hands out after the poll that first missed it. Whoever drew
 * that position had its xid before, so once no transaction below the bound runs any more, a gap that is still not
 * visible never will be.
 */
final class Gaps {

    private static final long UNBOUNDED = Long.MAX_VALUE;

    private final TreeMap<Long, Long> boundByPosition = new TreeMap<>();
    private long highest;

    /** @param cursor everything up to here is published or dead */
    Gaps(long cursor) {
        this.highest = cursor;
    }

    long highest() {
        return highest;
    }

    Long[] open() {
        return boundByPosition.keySet().toArray(Long[]::new);
    }

    int count() {
        return boundByPosition.size();
    }

    /** The durable cursor: nothing at or below it will ever have to be published again. */
    long cursor() {
        return boundByPosition.isEmpty() ? highest : boundByPosition.firstKey() - 1;
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
        positions.forEach(boundByPosition::remove);
        if (allGapsRead) {
            boundByPosition.values().removeIf(bound -> snapshotXmin >= bound);
        }
        positions.stream().filter(position -> position > highest).forEach(this::advanceTo);
    }

    private void advanceTo(long position) {
        for (long missing = highest + 1; missing < position; missing++) {
            boundByPosition.put(missing, UNBOUNDED);
        }
        highest = position;
    }

    boolean hasUnbounded() {
        return boundByPosition.containsValue(UNBOUNDED);
    }

    /** Gives every gap that has no bound yet this one; it must have been drawn after the poll that showed the gap. */
    void bound(long xid) {
        boundByPosition.replaceAll((position, bound) -> bound == UNBOUNDED ? xid : bound);
    }
}
