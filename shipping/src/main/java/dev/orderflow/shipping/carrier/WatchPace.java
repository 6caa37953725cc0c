package dev.orderflow.shipping.carrier;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a parcel is looked up: soon at first, then each time after as long again as it has been under way, so that
 * those that are simply on the road cost a look now and then, and leave the carrier free for labels.
 *
 * @param first the pause before the first look; none is shorter
 * @param longest no pause is longer, unless {@code first} is
 */
record WatchPace(Duration first, Duration longest) {

    /** @param since when its label was bought; may be after {@code now} where another clock said so */
    Instant next(Instant since, Instant now) {
        var underWay = Duration.between(since, now);
        var asLongAgain = underWay.compareTo(longest) < 0 ? underWay : longest;
        return now.plus(asLongAgain.compareTo(first) > 0 ? asLongAgain : first);
    }
}
