package dev.orderflow.devservices.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Http;
import dev.orderflow.devservices.testing.Http.Answer;
import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.TestParty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/** A shop that pays for one order. */
record Shop(Http http, String order) {

    static Shop at(TestParty provider) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + OutsideParties.API_KEY);
        return new Shop(new Http(provider.url(), headers), UUID.randomUUID().toString());
    }

    String create(String token) throws Exception {
        Answer created = http.post("/v1/payment_intents", body(token));
        assertThat(created.text("/status")).isEqualTo("requires_confirmation");
        return created.text("/id");
    }

    String body(String token) {
        return "amount=12990&currency=eur&confirm=false&payment_method=" + token + "&metadata[order]=" + order;
    }

    Answer confirm(String intent) throws Exception {
        return http.post("/v1/payment_intents/" + intent + "/confirm", "");
    }

    Answer confirm(String intent, String key) throws Exception {
        return http.post("/v1/payment_intents/" + intent + "/confirm", "", key);
    }

    Answer refund(String intent, String more) throws Exception {
        return http.post("/v1/refunds", "payment_intent=" + intent + more);
    }

    String status(String intent) throws Exception {
        return http.get("/v1/payment_intents/" + intent).text("/status");
    }

    /** What the provider's ledger says of the order: captured, refunded, currency. */
    List<String> statement() throws Exception {
        return StreamSupport.stream(http.get("/ledger").body().spliterator(), false)
                .filter(line -> line.path("order").asText().equals(order))
                .map(line -> line.path("captured").asText() + " "
                        + line.path("refunded").asText() + " "
                        + line.path("currency").asText())
                .toList();
    }

    static <T> T quietly(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
