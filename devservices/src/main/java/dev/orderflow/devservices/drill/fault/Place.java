package dev.orderflow.devservices.drill.fault;

/** Where a record stands. */
public record Place(String topic, int partition, long offset) {}
