package dev.orderflow.notification.persistence;

import dev.orderflow.notification.domain.Status;
import java.time.Instant;
import java.util.UUID;

/** @param sentAt null for one that was not sent */
public record Finished(UUID id, Status status, Instant sentAt) {}
