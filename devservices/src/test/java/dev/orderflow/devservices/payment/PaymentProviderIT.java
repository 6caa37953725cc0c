package dev.orderflow.devservices.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Http;
import dev.orderflow.devservices.testing.Http.Answer;
import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.Receiver;
import dev.orderflow.devservices.testing.TestParty;
import dev.orderflow.devservices.webhook.Hmac;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentProviderIT {

    private final TestParty provider = OutsideParties.paymentProvider();
    private final Shop shop = Shop.at(provider);

    @Test
    void takesTheMoneyOnConfirmationAndNotBefore() throws Exception {
        String intent = shop.create("tok_visa");
        assertThat(shop.statement()).isEmpty();

        Answer confirmed = shop.confirm(intent);

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.text("/status")).isEqualTo("succeeded");
        assertThat(confirmed.text("/amount_received")).isEqualTo("12990");
        assertThat(shop.statement()).containsExactly("129.90 0.00 EUR");
    }

    @ParameterizedTest
    @CsvSource({"tok_chargeDeclined, generic_decline", "tok_chargeDeclinedInsufficientFunds, insufficient_funds"})
    void declinesWithTheReasonOfTheCard(String token, String reason) throws Exception {
        Answer declined = shop.confirm(shop.create(token));

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("/error/type")).isEqualTo("card_error");
        assertThat(declined.text("/error/code")).isEqualTo("card_declined");
        assertThat(declined.text("/error/decline_code")).isEqualTo(reason);
        assertThat(declined.text("/error/payment_intent/status")).isEqualTo("requires_payment_method");
        assertThat(shop.statement()).isEmpty();
    }

    @Test
    void endsASlowConfirmationThatAKillInterrupted() throws Exception {
        String intent = shop.create("tok_slow");
        CompletableFuture.runAsync(() -> Shop.quietly(() -> shop.confirm(intent)));
        Awaitility.await().until(() -> shop.status(intent), "processing"::equals);

        provider.kill();
        provider.start();

        assertThat(shop.status(intent)).isEqualTo("succeeded");
    }

    @Test
    void neitherConfirmsWhatIsCancelledNorCancelsWhatIsPaid() throws Exception {
        String cancelled = shop.create("tok_visa");
        assertThat(shop.http()
                        .post("/v1/payment_intents/" + cancelled + "/cancel", "")
                        .text("/status"))
                .isEqualTo("canceled");
        assertThat(shop.confirm(cancelled).text("/error/code")).isEqualTo("payment_intent_unexpected_state");

        String paid = shop.create("tok_visa");
        shop.confirm(paid);
        Answer refused = shop.http().post("/v1/payment_intents/" + paid + "/cancel", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/payment_intent/status")).isEqualTo("succeeded");
    }

    @Test
    void refundsNoMoreThanWasPaid() throws Exception {
        String intent = shop.create("tok_visa");
        shop.confirm(intent);

        assertThat(shop.refund(intent, "&amount=9990").text("/status")).isEqualTo("succeeded");
        assertThat(shop.refund(intent, "&amount=3001").text("/error/code")).isEqualTo("amount_too_large");
        assertThat(shop.refund(intent, "").text("/amount")).isEqualTo("3000");
        assertThat(shop.refund(intent, "").text("/error/code")).isEqualTo("charge_already_refunded");
        assertThat(shop.statement()).containsExactly("129.90 129.90 EUR");
    }

    @Test
    void tellsOfARefundThatFailsLater() throws Exception {
        try (Receiver receiver = new Receiver()) {
            provider.webhookTo(receiver.url());
            String intent = shop.create("tok_refundFail");
            shop.confirm(intent);
            Answer refund = shop.refund(intent, "");

            assertThat(refund.text("/status")).isEqualTo("pending");
            receiver.await(event -> event.path("type").asText().equals("refund.failed")
                    && event.at("/data/object/id").asText().equals(refund.text("/id")));
            assertThat(shop.http().get("/v1/refunds/" + refund.text("/id")).text("/status"))
                    .isEqualTo("failed");
            assertThat(shop.statement()).containsExactly("129.90 0.00 EUR");
        }
    }

    @Test
    void tellsOfARefundThatBreaksAfterItHadSucceeded() throws Exception {
        try (Receiver receiver = new Receiver()) {
            provider.webhookTo(receiver.url());
            String intent = shop.create("tok_refundBreak");
            shop.confirm(intent);
            Answer refund = shop.refund(intent, "");

            assertThat(refund.text("/status")).isEqualTo("succeeded");
            receiver.await(event -> event.path("type").asText().equals("refund.failed")
                    && event.at("/data/object/id").asText().equals(refund.text("/id")));
            assertThat(shop.statement()).containsExactly("129.90 0.00 EUR");
        }
    }

    @Test
    void repeatsASignedWebhookUntilItIsTakenAfterAKillToo() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.refuse(1);
            provider.webhookTo(receiver.url());
            String intent = shop.create("tok_visa");
            shop.confirm(intent);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> receiver.refusalsLeft() == 0);

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
        String first = shop.create("tok_visa");
        String second = shop.create("tok_visa");
        String third = shop.create("tok_visa");

        Answer page = shop.http().get("/v1/payment_intents?limit=2");
        assertThat(page.body().path("data").findValuesAsText("id")).containsExactly(third, second);
        assertThat(page.text("/has_more")).isEqualTo("true");
        Answer next = shop.http().get("/v1/payment_intents?limit=1&starting_after=" + second);
        assertThat(next.body().path("data").findValuesAsText("id")).containsExactly(first);
        assertThat(shop.http()
                        .get("/v1/payment_intents?created[gt]=99999999999")
                        .text("/has_more"))
                .isEqualTo("false");
    }

    @Test
    void showsTheChargeOfAnIntentWithWhatWasRefundedOfIt() throws Exception {
        String intent = shop.create("tok_visa");
        shop.confirm(intent);
        shop.refund(intent, "&amount=9990");

        Answer one = shop.http().get("/v1/payment_intents/" + intent + "?expand[]=latest_charge");
        Answer all = shop.http().get("/v1/payment_intents?limit=1&expand[]=data.latest_charge");

        assertThat(one.text("/latest_charge/amount_refunded")).isEqualTo("9990");
        assertThat(all.text("/data/0/latest_charge/amount_refunded")).isEqualTo("9990");
        assertThat(shop.http().get("/v1/payment_intents/" + intent).text("/latest_charge"))
                .startsWith("ch_");
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
        Answer refused = shop.http().post("/v1/payment_intents", body);

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

    private static String signature(Receiver.Delivery delivery) {
        String time = delivery.headers().getFirst("Stripe-Signature").replaceAll("t=([0-9]+),.*", "$1");
        return "t=" + time + ",v1=" + Hmac.sha256Hex(OutsideParties.WEBHOOK_SECRET, time + "." + delivery.body());
    }
}
