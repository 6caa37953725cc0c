package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.payment.domain.Fact;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Reads webhooks. Types that say nothing about the money are left, as are those that nobody has heard of. */
@Singleton
class Notices {

    private final ObjectMapper mapper;

    @Inject
    Notices(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws IllegalArgumentException if it is not the JSON of an event */
    Optional<Notice> read(byte[] body) {
        try {
            var event = mapper.readValue(body, StripeEvent.class);
            if (event == null || !event.isComplete()) {
                throw new IllegalArgumentException("not an event");
            }
            var object = event.data().object();
            return fact(event.type(), object).map(fact -> new Notice(event.id(), event.type(), intentOf(object), fact));
        } catch (IOException | NullPointerException e) {
            throw new IllegalArgumentException("not an event", e);
        }
    }

    private Optional<Fact> fact(String type, JsonNode object) throws JsonProcessingException {
        return switch (type) {
            case "payment_intent.succeeded" ->
                Optional.of(new Fact.CaptureReported(IntentFacts.received(intent(object))));
            case "payment_intent.payment_failed" ->
                IntentFacts.of(intent(object)).filter(Fact.Declined.class::isInstance);
            case "payment_intent.canceled" -> Optional.of(new Fact.IntentCancelled());
            case "charge.refunded" -> chargeRefunded(object);
            case "refund.updated", "refund.failed" -> RefundFacts.of(mapper.treeToValue(object, StripeRefund.class));
            default -> Optional.empty();
        };
    }

    /** A part of it that was paid back, by hand, does not make the payment undone. */
    private static Optional<Fact> chargeRefunded(JsonNode charge) {
        return charge.path("refunded").asBoolean()
                ? Optional.of(new Fact.ChargeRefunded(charge.path("id").asText()))
                : Optional.empty();
    }

    private StripeIntent intent(JsonNode object) throws JsonProcessingException {
        return mapper.treeToValue(object, StripeIntent.class);
    }

    /** An intent names itself; charges and refunds name theirs. */
    private static String intentOf(JsonNode object) {
        return "payment_intent".equals(object.path("object").asText())
                ? object.path("id").asText()
                : object.path("payment_intent").asText();
    }
}
