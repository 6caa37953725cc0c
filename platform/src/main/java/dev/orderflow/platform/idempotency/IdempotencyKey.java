package dev.orderflow.platform.idempotency;

import dev.orderflow.platform.problem.Problems;
import java.util.regex.Pattern;

/**
 * What a client calls one intended effect. A resource takes it as
 * {@code @HeaderParam("Idempotency-Key") IdempotencyKey key}, null if there is none. Quoted and bare are the same key.
 *
 * @param value without quotes
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /** RFC 8941, 3.3.3: printable ASCII, with backslash before a quote and a backslash. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*)\"");

    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x2b\\x2d-\\x7e]+");

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

    /** The key of one entry of a batch. */
    public IdempotencyKey entry(int index) {
        return new IdempotencyKey(value + "/" + index);
    }

    /** A name for what this caller means by this key, which is nobody else's: 32 hexadecimal digits. */
    public String nameFor(String caller) {
        return Digest.of(caller, value).hex().substring(0, 32);
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
