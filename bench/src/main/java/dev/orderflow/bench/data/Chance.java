package dev.orderflow.bench.data;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Luck that can be repeated. */
final class Chance {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    long millis(long from, long to) {
        return random.nextLong(from, to);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A few of them come often, most of them seldom: the first of a thousand every tenth time. */
    int longTailed(int bound) {
        double drawn = random.nextDouble();
        return (int) (bound * drawn * drawn * drawn);
    }

    /** A UUIDv7 of that millisecond (RFC 9562). */
    UUID idAt(Instant moment) {
        long high = moment.toEpochMilli() << 16 | VERSION_7 | random.nextInt(0x1000);
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }

    String hex(int digits) {
        var text = new StringBuilder();
        while (text.length() < digits) {
            text.append(HexFormat.of().toHexDigits(random.nextLong()));
        }
        return text.substring(0, digits);
    }
}
