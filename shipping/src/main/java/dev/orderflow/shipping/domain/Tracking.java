package dev.orderflow.shipping.domain;

/** Under which number which carrier follows a parcel. */
public record Tracking(String carrier, String number) {}
