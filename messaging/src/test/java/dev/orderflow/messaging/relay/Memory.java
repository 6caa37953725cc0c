package dev.orderflow.messaging.relay;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a relay remembers of the journal: {@link Gaps}, or something that is not good enough. */
interface Memory {

    long highest();

    List<Long> open();

    long cursor();

    void observe(JournalModel.Snapshot poll, boolean limited);

    boolean hasUnbounded();

    void bound(long xid);

    /** The real one. */
    static Memory gaps(long cursor) {
        return new RealGaps(new Gaps(cursor));
    }

    /** {@link Gaps} as the relay uses it. */
    class RealGaps implements Memory {

        private final Gaps gaps;

        RealGaps(Gaps gaps) {
            this.gaps = gaps;
        }

        @Override
        public long highest() {
            return gaps.highest();
        }

        @Override
        public List<Long> open() {
            var firsts = gaps.firsts();
            var lasts = gaps.lasts();
            return IntStream.range(0, firsts.length)
                    .boxed()
                    .flatMap(i -> LongStream.rangeClosed(firsts[i], lasts[i]).boxed())
                    .toList();
        }

        @Override
        public long cursor() {
            return gaps.cursor();
        }

        @Override
        public void observe(JournalModel.Snapshot poll, boolean limited) {
            gaps.observe(
                    poll.xmin(),
                    poll.rows().stream().map(JournalModel.Event::position).toList(),
                    limited);
        }

        @Override
        public boolean hasUnbounded() {
            return gaps.hasUnbounded();
        }

        @Override
        public void bound(long xid) {
            gaps.bound(xid);
        }
    }
}
