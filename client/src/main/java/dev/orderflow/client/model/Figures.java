package dev.orderflow.client.model;

import java.util.List;

/** Figures of one kind, all that there are. */
public record Figures<T>(List<T> items) {}
