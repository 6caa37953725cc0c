package dev.orderflow.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.notification.persistence.Dispatch;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an endpoint receives, the same in every attempt. Members may be added; none is renamed or dropped. */
@RegisterForReflection
record WebhookEvent(String type, Instant timestamp, Data data) {

    /**
     * What an event does not tell is left out.
     *
     * @param subject in a few words for the customer, for who passes it on to them
     * @param language of the subject, a BCP 47 tag
     */
    @RegisterForReflection
    @JsonInclude(Include.NON_EMPTY)
    record Data(
            UUID orderId,
            List<OrderLine> lines,
            Money total,
            String carrier,
            String trackingNumber,
            String reason,
            Money refunded,
            String subject,
            String language) {}

    static WebhookEvent of(Dispatch dispatch) {
        var facts = dispatch.message().facts();
        var data = new Data(
                dispatch.orderId(),
                facts.lines(),
                facts.total(),
                facts.carrier(),
                facts.trackingNumber(),
                facts.reason(),
                facts.refunded(),
                dispatch.message().subject(),
                dispatch.message().language().locale().toLanguageTag());
        return new WebhookEvent(dispatch.message().template().eventName(), dispatch.at(), data);
    }
}
