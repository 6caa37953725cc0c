package dev.orderflow.client.model;

import java.time.Instant;
import java.util.Optional;

/** Whether orders are taken. */
public record Intake(boolean open, Optional<Instant> changedAt) {}
