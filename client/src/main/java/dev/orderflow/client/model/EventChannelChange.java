package dev.orderflow.client.model;

/** Whether a channel is to be held back. */
public record EventChannelChange(boolean paused) {}
