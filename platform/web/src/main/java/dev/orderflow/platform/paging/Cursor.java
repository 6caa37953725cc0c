package dev.orderflow.platform.paging;

import dev.orderflow.platform.http.Rfc3339;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page ended: the sort key of its last row. Opaque to clients; not secret and not signed, because it grants
 * nothing: it only says where to go on in what the caller may see anyway.
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** @param key the sort key's values, in order; their text must read back (instants, UUIDs, strings) */
    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(Object::toString).toList());
    }

    /** @throws ProblemException {@code invalid-request} if it is none of ours */
    public static Cursor parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return new Cursor(List.of(text.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    public String token() {
        byte[] text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** @throws ProblemException {@code invalid-request} if there is no such part */
    public String text(int part) {
        return read(part, Function.identity());
    }

    /** @throws ProblemException {@code invalid-request} if that part is no time */
    public Instant instant(int part) {
        return read(part, Rfc3339::parse);
    }

    /** @throws ProblemException {@code invalid-request} if that part is no UUID */
    public UUID uuid(int part) {
        return read(part, UUID::fromString);
    }

    private <T> T read(int part, Function<String, T> as) {
        try {
            return as.apply(parts.get(part));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return Problems.invalid("cursor", "must be one that a page named as its next");
    }
}
