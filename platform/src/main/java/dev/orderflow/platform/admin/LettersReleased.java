package dev.orderflow.platform.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a replay by filter has begun.
 *
 * @param released how many letters get their turn once more
 * @param more whether to ask again: one call takes 10,000 at most
 */
@RegisterForReflection
@Schema(
        name = "DeadLettersReleased",
        requiredProperties = {"released", "more"})
record LettersReleased(int released, boolean more) {}
