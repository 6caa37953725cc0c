package dev.orderflow.messaging.relay;

import java.util.List;
import java.util.TreeSet;

/** Relays that were thought of and rejected. The model must find each of them out, or it proves nothing. */
final class NaiveMemories {

    private NaiveMemories() {}

    /** "position > last seen". */
    static Memory lastSeen(long cursor) {
        return new Tracking(cursor) {
            @Override
            public void observe(JournalModel.Snapshot poll, boolean limited) {
                advance(poll);
                gaps.clear();
            }
        };
    }

    /** A gap is given up when the next poll still does not show it. */
    static Memory onePollGrace(long cursor) {
        return new Tracking(cursor) {
            @Override
            public void observe(JournalModel.Snapshot poll, boolean limited) {
                gaps.clear();
                advance(poll);
            }
        };
    }

    /** Gaps are watched well, but the cursor is the highest position: a crash forgets them. */
    static Memory cursorAtHighest(long cursor) {
        return new Memory.RealGaps(new Gaps(cursor)) {
            @Override
            public long cursor() {
                return highest();
            }
        };
    }

    /** Remembers positions and never bounds them. */
    private abstract static class Tracking implements Memory {

        final TreeSet<Long> gaps = new TreeSet<>();
        private long highest;

        Tracking(long cursor) {
            this.highest = cursor;
        }

        void advance(JournalModel.Snapshot poll) {
            for (var event : poll.rows()) {
                for (long missing = highest + 1; missing < event.position(); missing++) {
                    gaps.add(missing);
                }
                highest = Math.max(highest, event.position());
            }
        }

        @Override
        public long highest() {
            return highest;
        }

        @Override
        public List<Long> open() {
            return List.copyOf(gaps);
        }

        @Override
        public long cursor() {
            return gaps.isEmpty() ? highest : gaps.first() - 1;
        }

        @Override
        public boolean hasUnbounded() {
            return false;
        }

        @Override
        public void bound(long xid) {
            throw new UnsupportedOperationException();
        }
    }
}
