package dev.orderflow.order.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether orders are to be taken. */
@RegisterForReflection
@Schema(name = "IntakeChange")
record IntakeRequest(@NotNull Boolean open) {}
