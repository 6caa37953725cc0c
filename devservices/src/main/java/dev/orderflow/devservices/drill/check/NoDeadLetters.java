package dev.orderflow.devservices.drill.check;

import java.util.stream.Stream;

/** A drill publishes nothing that can't be read, so whatever is dead was killed by a fault that should have been waited out. */
final class NoDeadLetters implements Invariant {

    @Override
    public String words() {
        return "no dead letters: a fault is waited out";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return seen.letters().stream()
                .map(letter -> violation(
                        letter.service().module() + " " + letter.id(),
                        "none",
                        letter.state() + " " + letter.type() + " of " + letter.key() + ": " + letter.error()));
    }
}
