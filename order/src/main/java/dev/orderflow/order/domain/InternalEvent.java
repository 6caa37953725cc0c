package dev.orderflow.order.domain;

import dev.orderflow.contracts.OrderScoped;

/** What happens to an order and concerns nobody else: in the journal, on no topic. */
public sealed interface InternalEvent extends OrderScoped permits AddressChanged, ParcelTracked, AnswerRecorded {}
