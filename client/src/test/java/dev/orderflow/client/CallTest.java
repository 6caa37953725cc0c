package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderflow.client.model.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTest {

    private final ScriptedService service = new ScriptedService();
    private OrderflowClient client = service.client().build();

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    @Test
    void sendsWhatTheServiceReads() {
        service.thenAnswer(201, Samples.order("PENDING"));

        var order = client.orders().place(Samples.NEW_ORDER).execute();

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        var asked = service.asked().getFirst();
        assertThat(asked.method() + " " + asked.target()).isEqualTo("POST /orders");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer secret-token");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
        assertThat(asked.header("Idempotency-Key")).matches("\"[0-9a-f-]{36}\"");
    }

    @Test
    void aNewCallHasANewKeyAndTheSameCallTheSame() {
        service.thenAnswer(201, Samples.order("PENDING"));
        var call = client.orders().place(Samples.NEW_ORDER);

        call.execute();
        call.execute();
        client.orders().place(Samples.NEW_ORDER).execute();

        assertThat(keys().getFirst()).isEqualTo(keys().get(1)).isNotEqualTo(keys().get(2));
        assertThat(call.idempotencyKey())
                .hasValueSatisfying(key -> assertThat(keys().getFirst()).isEqualTo("\"" + key + "\""));
    }

    @Test
    void theCallerMayNameTheKey() {
        service.thenAnswer(202, Samples.order("CANCELLING"));

        client.orders().cancel(Samples.ID).withIdempotencyKey("cart \"7\"").execute();

        assertThat(keys()).containsExactly("\"cart \\\"7\\\"\"");
        assertThatThrownBy(() -> client.orders().get(Samples.ID).withIdempotencyKey("a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.orders().cancel(Samples.ID).withIdempotencyKey("ü"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalIsToldWithItsReasons() {
        service.thenRefuse(409, "out-of-stock");

        var refused = refusal(() -> client.orders().place(Samples.NEW_ORDER).execute());

        assertThat(service.asked()).hasSize(1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.is("out-of-stock")).isTrue();
        assertThat(refused.problem().detail()).hasValue("of secret-detail");
        assertThat(refused.problem().errors())
                .containsExactly(new Problem.FieldError("items[0].sku", "must not be blank"));
        assertThat(refused.problem().members().get("missing").get(0).get("sku").asText())
                .isEqualTo("mug");
        assertThat(refused)
                .hasMessage("POST /orders: 409 out-of-stock: Refused [items[0].sku], trace 4bf9")
                .hasNoCause();
    }

    @Test
    void aRefusalOfAProxyIsToldToo() {
        service.then(exchange -> ScriptedService.send(exchange, 302, "text/html", "<h1>log in</h1>"))
                .then(exchange -> ScriptedService.send(exchange, 403, "text/html", "<h1>no</h1>"))
                .then(exchange -> ScriptedService.send(exchange, 400, "application/problem+json", "<h1>no</h1>"));

        assertThat(refusal(() -> client.orders().get(Samples.ID).execute()).status())
                .isEqualTo(302);
        assertThat(refusal(() -> client.orders().get(Samples.ID).execute()).status())
                .isEqualTo(403);
        assertThat(refusal(() -> client.orders().get(Samples.ID).execute()).is("about:blank"))
                .isTrue();
    }

    @Test
    void anAnswerThatIsNoneIsNotQuoted() {
        service.thenAnswer(200, Samples.order("PENDING").replace("\"version\":3", "\"version\":\"secret\""));

        assertThatThrownBy(() -> client.orders().get(Samples.ID).execute())
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("version")
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aTryThatTakesTooLongIsOver() throws InterruptedException {
        var over = new CountDownLatch(1);
        service.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"id\":".getBytes());
            exchange.getResponseBody().flush();
            await(over);
        });
        client.close();
        client = service.client()
                .timeout(Duration.ofMillis(300))
                .retry(RetryPolicy.none())
                .build();

        assertThatThrownBy(() -> client.orders().get(Samples.ID).execute())
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("HttpTimeoutException");
        over.countDown();
    }

    @Test
    void whatHasNotChangedIsEmpty() {
        service.then(exchange -> {
                    exchange.getResponseHeaders().set("ETag", "\"3\"");
                    ScriptedService.send(exchange, 200, "application/json", Samples.order("PENDING"));
                })
                .thenAnswer(304, "")
                .thenAnswer(200, Samples.order("RESERVED"));
        var etag = client.orders().get(Samples.ID).exchange().etag().orElseThrow();

        assertThat(client.orders().getIfChanged(Samples.ID, etag).execute()).isEmpty();
        assertThat(client.orders().getIfChanged(Samples.ID, etag).execute()).isPresent();
        assertThat(service.asked().get(1).header("If-None-Match")).isEqualTo("\"3\"");
    }

    @Test
    void aCallInTheBackgroundAnswersTheSame() {
        service.thenAnswer(201, Samples.order("PENDING")).thenRefuse(409, "out-of-stock");

        assertThat(client.orders()
                        .place(Samples.NEW_ORDER)
                        .executeAsync()
                        .join()
                        .id())
                .isEqualTo(Samples.ID);
        assertThat(client.orders().place(Samples.NEW_ORDER).exchangeAsync())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(ProblemException.class);
    }

    @Test
    void aCallThatIsCancelledIsGivenUp() throws InterruptedException {
        var over = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        service.then(exchange -> {
            asked.countDown();
            await(over);
        });
        var pending = client.orders().get(Samples.ID).executeAsync();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(pending.cancel(true)).isTrue();

        assertThatThrownBy(pending::join).isInstanceOf(CancellationException.class);
        over.countDown();
        assertThat(service.asked()).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> keys() {
        return service.asked().stream()
                .map(asked -> asked.header("Idempotency-Key"))
                .toList();
    }

    private static ProblemException refusal(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run);
    }
}
