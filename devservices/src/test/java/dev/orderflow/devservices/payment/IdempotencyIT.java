package dev.orderflow.devservices.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Http.Answer;
import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.TestParty;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private final TestParty provider = OutsideParties.paymentProvider();
    private final Shop shop = Shop.at(provider);

    @Test
    void failsTwiceForAFlakyTokenAndThenTakesTheMoneyUnderTheSameKey() throws Exception {
        String intent = shop.create("tok_flaky");
        String key = UUID.randomUUID().toString();

        assertThat(shop.confirm(intent, key).status()).isEqualTo(503);
        assertThat(shop.confirm(intent, key).status()).isEqualTo(503);
        assertThat(shop.confirm(intent, key).status()).isEqualTo(200);
        assertThat(shop.statement()).containsExactly("129.90 0.00 EUR");
    }

    @Test
    void replaysTheFirstAnswerOfAKeyAfterAKillToo() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = shop.body("tok_visa");
        Answer first = shop.http().post("/v1/payment_intents", body, key);

        provider.kill();
        provider.start();
        Answer second = shop.http().post("/v1/payment_intents", body, key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers()).doesNotContainKey("idempotent-replayed");
        assertThat(second.headers()).containsEntry("idempotent-replayed", List.of("true"));
    }

    @Test
    void replaysADecline() throws Exception {
        String intent = shop.create("tok_chargeDeclined");
        Answer first = shop.confirm(intent, shop.order());
        Answer second = shop.confirm(intent, shop.order());

        assertThat(second.status()).isEqualTo(402);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAKeyWithOtherParameters() throws Exception {
        shop.http().post("/v1/payment_intents", shop.body("tok_visa"), shop.order());
        Answer other =
                shop.http().post("/v1/payment_intents", shop.body("tok_visa") + "&description=other", shop.order());

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text("/error/type")).isEqualTo("idempotency_error");
    }

    @Test
    void refusesAKeyWhoseFirstCallStillRuns() throws Exception {
        String intent = shop.create("tok_slow");
        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> Shop.quietly(() -> shop.confirm(intent, shop.order())));
        Awaitility.await().until(() -> shop.status(intent), "processing"::equals);

        Answer second = shop.confirm(intent, shop.order());

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/error/code")).isEqualTo("idempotency_key_in_use");
        assertThat(first.join().text("/status")).isEqualTo("succeeded");
    }

    @Test
    void chargesOnceWhenManyConfirmTogether() throws Exception {
        String intent = shop.create("tok_visa");
        List<CompletableFuture<Answer>> calls = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Shop.quietly(() -> shop.confirm(intent))))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 200))
                .hasSize(1);
        assertThat(shop.statement()).containsExactly("129.90 0.00 EUR");
    }
}
