package dev.orderflow.platform.http;

import dev.orderflow.platform.problem.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Query parameters, read so that a malformed one is 400 with its name (JAX-RS's own conversion answers 404). An absent or
 * empty one is empty.
 */
public final class Parameters {

    private Parameters() {}

    /** An RFC 3339 time with its offset. */
    public static Optional<Instant> instant(String name, String value) {
        try {
            return text(value).map(Rfc3339::parse);
        } catch (DateTimeException e) {
            throw Problems.invalid(name, "must be an RFC 3339 date and time");
        }
    }

    public static OptionalLong number(String name, String value, long least, long most) {
        try {
            return text(value).stream()
                    .mapToLong(Long::parseLong)
                    .peek(number -> check(name, number, least, most))
                    .findFirst();
        } catch (NumberFormatException e) {
            throw outOfRange(name, least, most);
        }
    }

    /** The name of an enum's member, as it is. */
    public static <E extends Enum<E>> Optional<E> oneOf(String name, String value, Class<E> type) {
        return text(value)
                .map(member -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(member))
                        .findFirst()
                        .orElseThrow(() -> Problems.invalid(name, "must be one of " + names(type))));
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).filter(present -> !present.isEmpty());
    }

    private static void check(String name, long number, long least, long most) {
        if (number < least || number > most) {
            throw outOfRange(name, least, most);
        }
    }

    private static RuntimeException outOfRange(String name, long least, long most) {
        return Problems.invalid(name, "must be a whole number from %d to %d".formatted(least, most));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
