package dev.orderflow.notification.domain;

/** A message for a customer, whatever channel it goes by. */
public record Message(Template template, Facts facts) {}
