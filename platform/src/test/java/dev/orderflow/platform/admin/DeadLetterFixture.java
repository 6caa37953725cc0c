package dev.orderflow.platform.admin;

import static io.restassured.RestAssured.given;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.platform.sample.ErasuresChannel;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A customer whose events are poison, and the operator who looks at their letters. */
abstract class DeadLetterFixture {

    static final String FIRST = "2026-01-01T00:00:00Z";
    static final String SECOND = "2026-01-02T00:00:00Z";
    static final String THIRD = "2026-01-03T00:00:00Z";

    @Inject
    ErasuresChannel channel;

    String customer;

    @BeforeEach
    void newCustomer() {
        customer = "c-" + UUID.randomUUID();
    }

    /** The first fails, the others stand behind it. */
    void bury(String... times) throws Throwable {
        channel.poison.add(customer);
        VertxContextSupport.subscribeAndAwait(() -> channel.deliver(customer, times));
    }

    String letter(String state) {
        return operator()
                .get("/admin/dead-letters?state=" + state + "&key=" + customer)
                .path("items[0].id");
    }

    static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("op-1"));
    }
}
