package dev.orderflow.client.model;

import java.time.Instant;
import java.util.Optional;

/** What brings a service its events. */
public record EventChannel(String name, String topic, boolean paused, Optional<Instant> changedAt) {}
