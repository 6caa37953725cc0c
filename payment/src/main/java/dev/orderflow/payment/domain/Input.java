package dev.orderflow.payment.domain;

/** Whatever can happen to a payment: what the order asks for, and what becomes known of the provider. */
public sealed interface Input permits ChargeAsked, UndoAsked, Fact {}
