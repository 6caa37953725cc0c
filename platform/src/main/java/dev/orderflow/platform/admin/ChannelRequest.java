package dev.orderflow.platform.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a channel is to be held back. */
@RegisterForReflection
@Schema(name = "ChannelChange")
record ChannelRequest(@NotNull Boolean paused) {}
