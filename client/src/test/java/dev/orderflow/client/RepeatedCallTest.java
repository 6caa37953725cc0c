package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderflow.client.ScriptedService.Asked;
import dev.orderflow.client.model.PreferencesContent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatedCallTest {

    private final ScriptedService service = new ScriptedService();
    private OrderflowClient client = service.client().build();

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainWithTheSameKey() {
        service.thenHangUp()
                .thenRefuse(409, "request-in-progress")
                .thenRefuse(503, "unavailable", 0)
                .thenRefuse(429, "too-many-requests", 0)
                .thenAnswer(502, "")
                .thenAnswer(201, Samples.order("PENDING"));

        client.orders().place(Samples.NEW_ORDER).execute();

        assertThat(service.asked()).hasSize(6);
        assertThat(new HashSet<>(keys())).hasSize(1);
        assertThat(service.asked())
                .extracting(Asked::body)
                .containsOnly(service.asked().getFirst().body());
    }

    @Test
    void retryAfterIsWaitedFor() {
        service.thenRefuse(503, "intake-closed", 1).thenAnswer(201, Samples.order("PENDING"));
        long began = System.nanoTime();

        client.orders().place(Samples.NEW_ORDER).execute();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatMustBeWaitedForTooLongIsToldAtOnce() {
        service.thenRefuse(503, "intake-closed", 3600);

        var refused = refusal(() -> client.orders().place(Samples.NEW_ORDER).execute());

        assertThat(service.asked()).hasSize(1);
        assertThat(refused.retryAfter()).hasValue(Duration.ofHours(1));
        assertThat(refused.idempotencyKey()).isPresent();
    }

    @Test
    void aCallWithoutAKeyIsNotRepeatedOnceItWasSent() {
        service.thenHangUp().thenAnswer(200, Samples.order("PENDING"));

        assertThatThrownBy(() -> client.orders()
                        .changeAddress(Samples.ID, "\"3\"", Samples.ADDRESS)
                        .execute())
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("PATCH /orders/{id}: no answer");

        assertThat(service.asked()).hasSize(1);
    }

    /** The second answer would be a success without the secret, which nobody has seen. */
    @ParameterizedTest
    @MethodSource("whatMakesASecret")
    void whatMayMakeASecretIsNotRepeatedOnceItWasSent(PreferencesContent content) {
        service.thenHangUp().thenAnswer(200, "{\"locale\":\"en\",\"channels\":[]}");

        assertThatThrownBy(
                        () -> client.notifications().changePreferences(content).execute())
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("withNewSecret");

        assertThat(service.asked()).hasSize(1);
    }

    static List<PreferencesContent> whatMakesASecret() {
        var endpoint = PreferencesContent.of("en").withWebhook("https://hooks.example.com/");
        return List.of(
                endpoint, endpoint.withNewSecret(), PreferencesContent.of("en").withNewSecret());
    }

    @Test
    void whatHasDoneNothingIsRepeatedThoughItMayMakeASecret() {
        service.thenRefuse(429, "too-many-requests", 0)
                .thenAnswer(200, "{\"locale\":\"en\",\"channels\":[\"WEBHOOK\"],\"webhookSecret\":\"whsec_x\"}");

        var said = client.notifications()
                .changePreferences(PreferencesContent.of("en").withWebhook("https://hooks.example.com/"))
                .execute();

        assertThat(said.webhookSecret()).hasValue("whsec_x");
    }

    @Test
    void aConditionalChangeIsNotRepeatedButAPlainOneIs() {
        var content = PreferencesContent.of("en");
        service.thenHangUp().thenHangUp().thenAnswer(200, "{\"locale\":\"en\",\"channels\":[]}");

        assertThatThrownBy(() -> client.notifications()
                        .changePreferences("\"1\"", content)
                        .execute())
                .isInstanceOf(NoAnswerException.class);
        client.notifications().changePreferences(content).execute();

        assertThat(service.asked()).hasSize(3);
    }

    @Test
    void whatIsNotReachedIsTriedAgainAndThenTold() {
        var base = service.base();
        service.close();
        var hasty = OrderflowClient.builder()
                .at(base)
                .retry(RetryPolicy.standard().within(Duration.ofMillis(300)))
                .build();

        assertThatThrownBy(() -> hasty.orders()
                        .changeAddress(Samples.ID, "*", Samples.ADDRESS)
                        .execute())
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("ConnectException");
        hasty.close();
    }

    @Test
    void aTokenThatWasRefusedIsRenewedOnce() {
        Iterator<String> tokens = List.of("old", "new").iterator();
        client.close();
        client = service.client().token(tokens::next).build();
        service.thenRefuse(401, "unauthenticated").thenAnswer(200, Samples.order("PENDING"));

        client.orders().get(Samples.ID).execute();

        assertThat(service.asked())
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void theSameTokenIsNotTriedTwice() {
        service.thenRefuse(401, "unauthenticated");

        assertThat(refusal(() -> client.orders().get(Samples.ID).execute()).status())
                .isEqualTo(401);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void traceHeadersGoWithEachTry() {
        client.close();
        client = service.client()
                .headers(() -> Map.of("traceparent", "00-aa-bb-01"))
                .build();
        service.thenHangUp().thenAnswer(200, Samples.order("PENDING"));

        client.orders().get(Samples.ID).withHeader("tracestate", "a=b").execute();

        assertThat(service.asked()).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.header("traceparent")).isEqualTo("00-aa-bb-01");
            assertThat(asked.header("tracestate")).isEqualTo("a=b");
        });
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
