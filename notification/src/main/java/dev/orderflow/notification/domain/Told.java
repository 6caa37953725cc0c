package dev.orderflow.notification.domain;

/**
 * A message was taken up.
 *
 * @param sendNow whether nothing of the same order is before it
 */
public record Told(Correspondence next, Notification notification, boolean sendNow) {}
