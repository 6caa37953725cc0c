package dev.orderflow.platform.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.orderflow.messaging.deadletter.Ruling;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dead letter that was settled just now.
 *
 * @param behind how many letters stood behind it: they are handled now, in order, until one fails
 */
@RegisterForReflection
@Schema(name = "DeadLetterOutcome")
record LetterOutcome(@JsonUnwrapped LetterView letter, long behind) {

    static LetterOutcome of(Ruling.Done done) {
        return new LetterOutcome(LetterView.of(done.letter()), done.behind());
    }
}
