package dev.orderflow.notification.persistence;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The secrets of a customer's endpoint, as they are stored; the old ones may be null. */
public record SecretRow(String customer, String secret, String previous, String oldest) {

    /** Each of them made into something else. */
    public SecretRow with(UnaryOperator<String> change) {
        return new SecretRow(customer, change.apply(secret), old(previous, change), old(oldest, change));
    }

    /** Whether each of them is so. */
    public boolean all(Predicate<String> what) {
        return Stream.of(secret, previous, oldest).filter(Objects::nonNull).allMatch(what);
    }

    private static String old(String secret, UnaryOperator<String> change) {
        return secret == null ? null : change.apply(secret);
    }

    /** Tells no secret, should it ever reach a log. */
    @Override
    public String toString() {
        return "SecretRow[" + customer + "]";
    }
}
