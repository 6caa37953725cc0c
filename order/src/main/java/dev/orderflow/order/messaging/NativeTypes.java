package dev.orderflow.order.messaging;

import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.order.domain.AddressChanged;
import dev.orderflow.order.domain.AnswerRecorded;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.ParcelTracked;
import dev.orderflow.order.domain.Payment;
import dev.orderflow.order.domain.Shipment;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson reads and writes here beside the contracts; named apart, so that the domain knows no framework. */
@RegisterForReflection(
        targets = {
            AddressChanged.class,
            AnswerRecorded.class,
            ParcelTracked.class,
            Cancellation.class,
            Payment.class,
            Shipment.class,
            OrderLine[].class
        })
final class NativeTypes {

    private NativeTypes() {}
}
