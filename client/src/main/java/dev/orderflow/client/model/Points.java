package dev.orderflow.client.model;

/** What a customer has earned by now. */
public record Points(String customerId, long balance) {}
