package dev.orderflow.platform.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a field must be, for people who know JSON and not Java. */
final class ExpectedType {

    private static final Set<Class<?>> WHOLE = Set.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            BigInteger.class);

    private ExpectedType() {}

    static String of(Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return "must be " + noun(type);
    }

    private static String noun(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "a whole number within range";
        }
        if (type == BigDecimal.class) {
            return "a decimal number in a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a date";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an RFC 3339 date and time";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string of valid characters";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }
}
