package dev.orderflow.platform.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a replay by filter has begun.
 *
 * @param released how many letters get their turn once more
 */
@RegisterForReflection
@Schema(name = "DeadLettersReleased")
record LettersReleased(int released) {}
