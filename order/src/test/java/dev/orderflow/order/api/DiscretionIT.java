package dev.orderflow.order.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.testing.LogLines;
import dev.orderflow.order.testing.Spans;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neither the log nor the traces tell who the customers are, what they sent, or their tokens. */
@QuarkusTest
class DiscretionIT {

    private static final Logger LOG = Logger.getLogger(DiscretionIT.class);
    private static final String MARK = "Xq7" + UUID.randomUUID().toString().replace("-", "");

    /** Each of them is a span. */
    private static final int CALLS = 10;

    @Inject
    Shop shop;

    @Inject
    Spans spans;

    private final String customer = Shop.somebody();
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String token = Tokens.forSubject(customer)
            .groups("customer")
            .email(MARK + "@example.com")
            .mint();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @Test
    void keepsPersonalDataAndTokensOutOfLogAndTraces() {
        try (var log = LogLines.start()) {
            LOG.info("what is logged is seen here");
            callInEveryWay();
            await().atMost(Duration.ofSeconds(40)).until(() -> mySpans().size() >= CALLS);

            assertThat(log.all()).anyMatch(line -> line.contains("what is logged is seen here"));
            assertThat(log.all()).noneMatch(this::tells);
            assertThat(mySpans()).noneMatch(this::tells).anyMatch(span -> span.contains("url.query=REDACTED"));
        }
    }

    private void callInEveryWay() {
        var id = call(order()).post("/orders").then().statusCode(201).extract().<String>path("id");
        call(order().encode().replace("}", "")).post("/orders").then().statusCode(400);
        call(order().put(MARK, MARK)).post("/orders").then().statusCode(400);
        call(order().put("reference", MARK + "\n\rERROR forged"))
                .post("/orders")
                .then()
                .statusCode(400);
        call(new JsonObject().put("reason", MARK))
                .post("/orders/" + id + "/cancel")
                .then()
                .statusCode(202);
        call().get("/orders/" + id).then().statusCode(200);
        call().get("/orders/nobody%0d%0aERROR").then().statusCode(404);
        call().queryParam("status", MARK).get("/orders").then().statusCode(400);
        call().queryParam("ticket", MARK)
                .queryParam("access_token", token)
                .get("/orders")
                .then()
                .statusCode(400);
        given().header("traceparent", traceparent())
                .auth()
                .oauth2(token.substring(0, token.length() - 9) + "forgery00")
                .get("/orders")
                .then()
                .statusCode(401);
    }

    private JsonObject order() {
        var order = Shop.order();
        order.getJsonObject("shippingAddress").put("recipient", MARK).put("line1", MARK);
        order.getJsonObject("payment").put("token", "tok_" + MARK);
        return order.put(
                "contact", new JsonObject().put("email", MARK + "@example.com").put("phone", "+49301234567"));
    }

    private boolean tells(String line) {
        return List.of(MARK, "+49301234567", "forgery00", token.substring(token.length() - 40)).stream()
                .anyMatch(line::contains);
    }

    private List<String> mySpans() {
        return spans.all().stream().filter(span -> span.startsWith(trace)).toList();
    }

    private RequestSpecification call() {
        return given().urlEncodingEnabled(false)
                .header("traceparent", traceparent())
                .auth()
                .oauth2(token);
    }

    private RequestSpecification call(Object body) {
        return call().contentType("application/json").body(body instanceof JsonObject json ? json.encode() : body);
    }

    private String traceparent() {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }
}
