package dev.orderflow.client.model;

import java.util.List;
import java.util.Optional;

/** @param next the address of the next page; absent on the last */
public record Page<T>(List<T> items, Optional<String> next) {}
