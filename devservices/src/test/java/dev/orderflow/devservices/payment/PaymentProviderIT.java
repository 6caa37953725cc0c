package dev.orderflow.devservices.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Http;
import dev.orderflow.devservices.testing.Http.Answer;
import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.Receiver;
import dev.orderflow.devservices.testing.TestParty;
import dev.orderflow.devservices.webhook.Hmac;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentProviderIT {

    private final TestParty provider = OutsideParties.paymentProvider();
    private final Http http = new Http(provider.url(), Map.of("Authorization", "Bearer " + OutsideParties.API_KEY));
    private final String order = UUID.randomUUID().toString();

    @Test
    void takesTheMoneyOnConfirmationAndNotBefore() throws Exception {
        String intent = create("tok_visa");
        assertThat(statement()).isEmpty();

        Answer confirmed = confirm(intent);

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.text("/status")).isEqualTo("succeeded");
        assertThat(confirmed.text("/amount_received")).isEqualTo("12990");
        assertThat(statement()).containsExactly("129.90 0.00 EUR");
    }

    @ParameterizedTest
    @CsvSource({"tok_chargeDeclined, generic_decline", "tok_chargeDeclinedInsufficientFunds, insufficient_funds"})
    void declinesWithTheReasonOfTheCard(String token, String reason) throws Exception {
        Answer declined = confirm(create(token));

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("/error/type")).isEqualTo("card_error");
        assertThat(declined.text("/error/code")).isEqualTo("card_declined");
        assertThat(declined.text("/error/decline_code")).isEqualTo(reason);
        assertThat(declined.text("/error/payment_intent/status")).isEqualTo("requires_payment_method");
        assertThat(statement()).isEmpty();
    }

    @Test
    void failsTwiceForAFlakyTokenAndThenTakesTheMoneyUnderTheSameKey() throws Exception {
        String intent = create("tok_flaky");
        String key = UUID.randomUUID().toString();

        assertThat(confirm(intent, key).status()).isEqualTo(503);
        assertThat(confirm(intent, key).status()).isEqualTo(503);
        assertThat(confirm(intent, key).status()).isEqualTo(200);
        assertThat(statement()).containsExactly("129.90 0.00 EUR");
    }

    @Test
    void replaysTheFirstAnswerOfAKeyAfterAKillToo() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = body("tok_visa");
        Answer first = http.post("/v1/payment_intents", body, key);

        provider.kill();
        provider.start();
        Answer second = http.post("/v1/payment_intents", body, key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers()).doesNotContainKey("idempotent-replayed");
        assertThat(second.headers()).containsEntry("idempotent-replayed", List.of("true"));
    }

    @Test
    void replaysADecline() throws Exception {
        String intent = create("tok_chargeDeclined");
        Answer first = confirm(intent, order);
        Answer second = confirm(intent, order);

        assertThat(second.status()).isEqualTo(402);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAKeyWithOtherParameters() throws Exception {
        http.post("/v1/payment_intents", body("tok_visa"), order);
        Answer other = http.post("/v1/payment_intents", body("tok_visa") + "&description=other", order);

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text("/error/type")).isEqualTo("idempotency_error");
    }

    @Test
    void refusesAKeyWhoseFirstCallStillRuns() throws Exception {
        String intent = create("tok_slow");
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> quietly(() -> confirm(intent, order)));
        Awaitility.await().until(() -> http.get("/v1/payment_intents/" + intent).text("/status"), "processing"::equals);

        Answer second = confirm(intent, order);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/error/code")).isEqualTo("idempotency_key_in_use");
        assertThat(first.join().text("/status")).isEqualTo("succeeded");
    }

    @Test
    void endsASlowConfirmationThatAKillInterrupted() throws Exception {
        String intent = create("tok_slow");
        CompletableFuture.runAsync(() -> quietly(() -> confirm(intent)));
        Awaitility.await().until(() -> http.get("/v1/payment_intents/" + intent).text("/status"), "processing"::equals);

        provider.kill();
        provider.start();

        assertThat(http.get("/v1/payment_intents/" + intent).text("/status")).isEqualTo("succeeded");
    }

    @Test
    void chargesOnceWhenManyConfirmTogether() throws Exception {
        String intent = create("tok_visa");
        List<CompletableFuture<Answer>> calls = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> quietly(() -> confirm(intent))))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 200))
                .hasSize(1);
        assertThat(statement()).containsExactly("129.90 0.00 EUR");
    }

    @Test
    void neitherConfirmsWhatIsCancelledNorCancelsWhatIsPaid() throws Exception {
        String cancelled = create("tok_visa");
        assertThat(http.post("/v1/payment_intents/" + cancelled + "/cancel", "").text("/status"))
                .isEqualTo("canceled");
        assertThat(confirm(cancelled).text("/error/code")).isEqualTo("payment_intent_unexpected_state");

        String paid = create("tok_visa");
        confirm(paid);
        Answer refused = http.post("/v1/payment_intents/" + paid + "/cancel", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/payment_intent/status")).isEqualTo("succeeded");
    }

    @Test
    void refundsNoMoreThanWasPaid() throws Exception {
        String intent = create("tok_visa");
        confirm(intent);

        assertThat(refund(intent, "&amount=9990").text("/status")).isEqualTo("succeeded");
        assertThat(refund(intent, "&amount=3001").text("/error/code")).isEqualTo("amount_too_large");
        assertThat(refund(intent, "").text("/amount")).isEqualTo("3000");
        assertThat(refund(intent, "").text("/error/code")).isEqualTo("charge_already_refunded");
        assertThat(statement()).containsExactly("129.90 129.90 EUR");
    }

    @Test
    void tellsOfARefundThatFailsLater() throws Exception {
        try (Receiver receiver = new Receiver()) {
            provider.webhookTo(receiver.url());
            String intent = create("tok_refundFail");
            confirm(intent);
            Answer refund = refund(intent, "");

            assertThat(refund.text("/status")).isEqualTo("pending");
            receiver.await(event -> event.path("type").asText().equals("refund.failed")
                    && event.at("/data/object/id").asText().equals(refund.text("/id")));
            assertThat(http.get("/v1/refunds/" + refund.text("/id")).text("/status"))
                    .isEqualTo("failed");
            assertThat(statement()).containsExactly("129.90 0.00 EUR");
        }
    }

    @Test
    void repeatsASignedWebhookUntilItIsTakenAfterAKillToo() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.refuse(1);
            provider.webhookTo(receiver.url());
            String intent = create("tok_visa");
            confirm(intent);
            Awaitility.await().until(() -> receiver.refusalsLeft() == 0);

            provider.kill();
            provider.start();

            Receiver.Delivery delivery =
                    receiver.await(event -> event.at("/data/object/id").asText().equals(intent));
            assertThat(delivery.json().path("type").asText()).isEqualTo("payment_intent.succeeded");
            assertThat(delivery.headers().getFirst("Stripe-Signature")).isEqualTo(signature(delivery));
        }
    }

    @Test
    void listsIntentsNewestFirstPageByPage() throws Exception {
        String first = create("tok_visa");
        String second = create("tok_visa");
        String third = create("tok_visa");

        Answer page = http.get("/v1/payment_intents?limit=2");
        assertThat(page.body().path("data").findValuesAsText("id")).containsExactly(third, second);
        assertThat(page.text("/has_more")).isEqualTo("true");
        Answer next = http.get("/v1/payment_intents?limit=1&starting_after=" + second);
        assertThat(next.body().path("data").findValuesAsText("id")).containsExactly(first);
        assertThat(http.get("/v1/payment_intents?created[gt]=99999999999").text("/has_more"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "amount=0&currency=eur, parameter_invalid_integer",
        "amount=10&currency=nope, parameter_invalid",
        "currency=eur, parameter_missing",
        "amount=10&currency=eur&color=red, parameter_unknown",
        "amount=10&currency=eur&payment_method=tok_unknown, resource_missing"
    })
    void refusesMalformedIntents(String body, String code) throws Exception {
        Answer refused = http.post("/v1/payment_intents", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/code")).isEqualTo(code);
    }

    @Test
    void asksForTheKey() throws Exception {
        assertThat(new Http(provider.url(), Map.of()).get("/v1/payment_intents").status())
                .isEqualTo(401);
        assertThat(new Http(provider.url(), Map.of("Authorization", "Bearer sk_wrong"))
                        .get("/v1/payment_intents")
                        .status())
                .isEqualTo(401);
    }

    private String create(String token) throws Exception {
        Answer created = http.post("/v1/payment_intents", body(token));
        assertThat(created.text("/status")).isEqualTo("requires_confirmation");
        return created.text("/id");
    }

    private String body(String token) {
        return "amount=12990&currency=eur&confirm=false&payment_method=" + token + "&metadata[order]=" + order;
    }

    private Answer confirm(String intent) throws Exception {
        return http.post("/v1/payment_intents/" + intent + "/confirm", "");
    }

    private Answer confirm(String intent, String key) throws Exception {
        return http.post("/v1/payment_intents/" + intent + "/confirm", "", key);
    }

    private Answer refund(String intent, String more) throws Exception {
        return http.post("/v1/refunds", "payment_intent=" + intent + more);
    }

    private List<String> statement() throws Exception {
        return StreamSupport.stream(http.get("/ledger").body().spliterator(), false)
                .filter(line -> line.path("order").asText().equals(order))
                .map(line -> line.path("captured").asText() + " "
                        + line.path("refunded").asText() + " "
                        + line.path("currency").asText())
                .toList();
    }

    private static String signature(Receiver.Delivery delivery) {
        String time = delivery.headers().getFirst("Stripe-Signature").replaceAll("t=([0-9]+),.*", "$1");
        return "t=" + time + ",v1=" + Hmac.sha256Hex(OutsideParties.WEBHOOK_SECRET, time + "." + delivery.body());
    }

    private static <T> T quietly(java.util.concurrent.Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
