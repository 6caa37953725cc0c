package dev.orderflow.messaging.testing;

import java.util.List;

/**
 * An event with a personal field and a past: version 1 had one {@code word} instead of {@code words}.
 *
 * @param email personal
 */
public record Noted(String counter, List<String> words, String email) {}
