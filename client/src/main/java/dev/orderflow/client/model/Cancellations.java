package dev.orderflow.client.model;

/** How many orders were cancelled for a reason; a person's words count as that person's request. */
public record Cancellations(String reason, long orders) {}
