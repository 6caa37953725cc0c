package dev.orderflow.client.model;

/** Whether orders are to be taken. */
public record IntakeChange(boolean open) {}
