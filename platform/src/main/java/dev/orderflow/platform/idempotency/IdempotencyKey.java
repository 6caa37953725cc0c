package dev.orderflow.platform.idempotency;

import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Digest;
import java.util.regex.Pattern;

/**
 * What a client calls one intended effect. A resource takes it as
 * {@code @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key}, null if there is none. Quoted and bare are the same key.
 */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /**
     * RFC 8941, 3.3.3: printable ASCII, with a backslash before a quote or a backslash. It never goes back, which would take
     * a stack as deep as the header is long.
     */
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*+)\"");

    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x2b\\x2d-\\x7e]+");

    private final String value;

    /** Private, because JAX-RS would prefer a constructor to {@link #fromString}. */
    private IdempotencyKey(String value) {
        this.value = value;
    }

    /**
     * For JAX-RS.
     *
     * @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} if it is malformed, empty or longer
     *     than 255 characters
     */
    public static IdempotencyKey fromString(String header) {
        String value = unquoted(header.strip());
        if (value.isEmpty() || value.length() > LONGEST) {
            throw Problems.invalid(HEADER, "must be a string of 1 to 255 characters");
        }
        return new IdempotencyKey(value);
    }

    /** Without quotes. */
    public String value() {
        return value;
    }

    /** The key of one entry of a batch. No client can send it: a key has no tab. */
    public IdempotencyKey entry(int index) {
        return new IdempotencyKey(value + "\t" + index);
    }

    /** A name for what this caller means by this key, which is nobody else's: 32 hexadecimal digits. */
    public String nameFor(String caller) {
        return Digest.of(caller, value).hex().substring(0, 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdempotencyKey key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String unquoted(String header) {
        var quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        if (!BARE.matcher(header).matches()) {
            throw Problems.invalid(HEADER, "must be a quoted string, or characters without spaces, quotes and commas");
        }
        return header;
    }
}
