package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.Listener;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.OrderTopic;
import dev.orderflow.notification.testing.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MailSink.class)
class LiveNotificationsIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int PER_CUSTOMER = 10;

    private static OrderTopic orders;

    @TestHTTPResource("/notifications/live")
    URI address;

    @Inject
    Tables tables;

    private final List<Listener> open = new ArrayList<>();

    @BeforeAll
    static void connect() {
        orders = new OrderTopic();
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

    @AfterEach
    void close() {
        open.forEach(Listener::close);
    }

    @Test
    void tellsTheirCustomerAndNobodyElseWhatTheListTells() {
        var order = AnOrder.some();
        var mine = listen(order.customer());
        var somebodyElses = listen("somebody-else-" + order.customer());

        orders.publish(order.placed());

        soon(() -> assertThat(mine.messages())
                .extracting(each -> each.get("status"))
                .contains("SENT"));
        var listed = given().auth()
                .oauth2(Tokens.customer(order.customer()))
                .get("/notifications")
                .jsonPath()
                .getMap("items[0]");
        assertThat(mine.messages().getLast()).isEqualTo(listed);
        assertThat(mine.messages()).as("each change once").doesNotHaveDuplicates();
        assertThat(somebodyElses.messages()).isEmpty();
    }

    @Test
    void tellsWhatAnotherReplicaCommits() {
        var order = AnOrder.some();
        var mine = listen(order.customer());

        tables.notificationOfAnotherReplica(order);

        soon(() -> assertThat(mine.messages()).hasSize(1));
    }

    @Test
    void letsNobodyInWithoutAToken() {
        var forged = "Bearer " + Tokens.forSubject("c").groups("customer").forged();
        var withoutARole = "Bearer " + Tokens.forSubject("c").mint();

        assertThat(challenge(refused(Map.of()), 401, "unauthenticated")).containsExactly("Bearer realm=\"orderflow\"");
        assertThat(challenge(refused(Map.of("Authorization", forged)), 401, "unauthenticated"))
                .singleElement()
                .asString()
                .contains("error=\"invalid_token\"");
        assertThat(challenge(refused(Map.of("Authorization", withoutARole)), 403, "forbidden"))
                .singleElement()
                .asString()
                .contains("error=\"insufficient_scope\"");
    }

    @Test
    void letsATicketInOnceAsItsHolder() {
        var order = AnOrder.some();
        String ticket = given().auth()
                .oauth2(Tokens.customer(order.customer()))
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");
        var address = URI.create(webSocket() + "?ticket=" + ticket);
        var mine = Listener.at(address, Map.of());
        open.add(mine);

        tables.notificationOfAnotherReplica(order);

        soon(() -> assertThat(mine.messages()).hasSize(1));
        for (var worthless : List.of(address, URI.create(webSocket() + "?ticket=guessed"))) {
            assertThat(challenge(refused(worthless, Map.of()), 401, "unauthenticated"))
                    .singleElement()
                    .asString()
                    .contains("error=\"invalid_token\"", "ticket");
        }
    }

    @Test
    void letsNoPageOfAnotherSiteIn() {
        var token = "Bearer " + Tokens.customer("c-origin");
        var own = "http://%s:%d".formatted(address.getHost(), address.getPort());

        var evil = refused(Map.of("Authorization", token, "Origin", "https://evil.example"));
        assertThat(challenge(evil, 403, "forbidden"))
                .as("another token would not help")
                .isEmpty();
        open.add(Listener.at(webSocket(), Map.of("Authorization", token, "Origin", own)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=SENT", "Ticket=a", "lastEventId=1&lastEventId=2", "a=1"})
    void takesNoParameterThatNobodyReads(String query) {
        var address = URI.create(webSocket() + "?" + query);
        var token = Map.of("Authorization", "Bearer " + Tokens.customer("c-query"));

        assertThat(challenge(refused(address, token), 400, "invalid-request")).isEmpty();
        assertThat(challenge(refused(address, Map.of()), 401, "unauthenticated"))
                .as("strangers learn nothing")
                .isNotEmpty();
    }

    @Test
    void takesATicketOnceAndLeavesItBesideAToken() {
        var token = Map.of("Authorization", "Bearer " + Tokens.customer("c-query"));

        open.add(Listener.at(URI.create(webSocket() + "?ticket=a"), token));
        assertThat(challenge(refused(URI.create(webSocket() + "?ticket=a&ticket=b"), token), 400, "invalid-request"))
                .isEmpty();
    }

    @Test
    void takesNoMessages() {
        var listener = listen("c-talkative");

        listener.say("hello");

        soon(() -> assertThat(listener.closedBy()).isEqualTo(1003));
    }

    @Test
    void takesNoLargeFrames() {
        var listener = listen("c-large");

        listener.say("x".repeat(4096));

        soon(() -> assertThat(listener.closedBy()).isNotEqualTo(-1));
    }

    @Test
    void boundsTheConnectionsOfOneCustomer() {
        for (int i = 0; i < PER_CUSTOMER + 1; i++) {
            listen("c-many");
        }

        // A handshake may be over before its connection counts, so any of them may be the one too many.
        soon(() -> assertThat(open).extracting(Listener::closedBy).contains(1013));
        assertThat(open)
                .extracting(Listener::closedBy)
                .filteredOn(code -> code != -1)
                .containsExactly(1013);
    }

    private Listener listen(String customer) {
        var listener = Listener.at(webSocket(), Map.of("Authorization", "Bearer " + Tokens.customer(customer)));
        open.add(listener);
        return listener;
    }

    private HttpResponse<?> refused(Map<String, String> headers) {
        return refused(webSocket(), headers);
    }

    private static HttpResponse<?> refused(URI address, Map<String, String> headers) {
        var failure = new WebSocketHandshakeException[1];
        assertThatThrownBy(() -> Listener.at(address, headers))
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                .satisfies(refused -> failure[0] = refused);
        return failure[0].getResponse();
    }

    private static List<String> challenge(HttpResponse<?> refusal, int status, String problem) {
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonPath.from((String) refusal.body()).getMap("$"))
                .containsEntry("type", "/problems/" + problem)
                .containsEntry("status", status)
                .containsEntry("instance", "/notifications/live");
        return refusal.headers().allValues("WWW-Authenticate");
    }

    private URI webSocket() {
        return URI.create(address.toString().replaceFirst("http", "ws"));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }
}
