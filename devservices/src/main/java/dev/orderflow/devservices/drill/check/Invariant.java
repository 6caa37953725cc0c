package dev.orderflow.devservices.drill.check;

import java.util.stream.Stream;

/** What must hold once everything has come to rest, whatever went wrong before. Judges what was seen from outside. */
public interface Invariant {

    /** The rule in a line. */
    String words();

    Stream<Violation> violations(Observations seen);

    default Violation violation(String subject, Object expected, Object seen) {
        return new Violation(words(), subject, String.valueOf(expected), String.valueOf(seen));
    }
}
