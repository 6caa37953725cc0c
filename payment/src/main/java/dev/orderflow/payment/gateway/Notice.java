package dev.orderflow.payment.gateway;

import dev.orderflow.payment.domain.Fact;

/** What a webhook tells about a payment, and of which intent. */
record Notice(String eventId, String type, String intentId, Fact fact) {}
