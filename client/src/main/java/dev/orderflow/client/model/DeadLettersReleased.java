package dev.orderflow.client.model;

/** @param more whether more fit the filter: ask again */
public record DeadLettersReleased(int released, boolean more) {}
