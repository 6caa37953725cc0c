package dev.orderflow.analytics.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a tally is about: the key of a store, in text, so that those of one kind stand together, minutes in their order.
 *
 * @param name unique within its kind
 */
public record Figure(Kind kind, String name) {

    /** Keys of a kind begin with its name and this; none begins with the name and the character after it. */
    private static final char SEPARATOR = '/';

    /** What can be asked for. */
    public enum Kind {
        MINUTE,
        CANCELLATION,
        LATENCY,
        PRODUCT;

        private String prefix() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The first key that one of this kind can have. */
        public String first() {
            return prefix() + SEPARATOR;
        }

        /** A key that is higher than all of this kind, and lower than those of others that are higher. */
        public String last() {
            return prefix() + (char) (SEPARATOR + 1);
        }
    }

    /** The minute in which something was recorded, in UTC. */
    public static Figure minute(Instant at) {
        return new Figure(Kind.MINUTE, at.truncatedTo(ChronoUnit.MINUTES).toString());
    }

    static Figure cancellation(String reason) {
        return new Figure(Kind.CANCELLATION, reason);
    }

    static Figure product(String sku) {
        return new Figure(Kind.PRODUCT, sku);
    }

    public String key() {
        return kind.prefix() + SEPARATOR + name;
    }

    /** The name in a key of {@link #key()}. */
    public static String nameIn(String key) {
        return key.substring(key.indexOf(SEPARATOR) + 1);
    }
}
