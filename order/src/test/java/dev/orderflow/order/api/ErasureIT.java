package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an erasure takes and what it leaves, and of whom it is refused. */
@QuarkusTest
class ErasureIT {

    private static final String EVENTS_OF_MINE = "journal WHERE topic = 'customer-events' AND key = ?";
    private static final String PERSONAL = "personal p JOIN journal j USING (event_id) WHERE j.key = ?";

    private static final String COVERING = """
            journal WHERE topic = 'customer-events' AND key = ?
              AND (payload->>'at')::timestamptz >= uuid_extract_timestamp(?::uuid)""";

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Database database;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @Test
    void leavesNothingPersonalAndEverythingElse() {
        var id = placedWithAKey();
        var other = placed(Shop.somebody());
        steps.bring(id, OrderStatus.DELIVERED);

        erase().then().statusCode(202);

        as(customer)
                .get("/orders/" + id)
                .then()
                .statusCode(200)
                .body("shippingAddress", nullValue())
                .body("total.amount", equalTo("14.90"))
                .body("items", hasSize(1));
        as(customer).get("/orders/" + id + "/timeline").then().statusCode(200);
        assertThat(database.count(PERSONAL, id.toString())).isZero();
        assertThat(database.count("orders WHERE customer_id = ? AND payment_token IS NOT NULL", customer))
                .isZero();
        assertThat(database.count("idempotency_key WHERE caller = ?", customer)).isZero();
        assertThat(database.count(EVENTS_OF_MINE, customer)).isEqualTo(1);
        assertThat(database.count(PERSONAL, other.toString())).isPositive();
        asOperator()
                .get("/admin/audit?action=customer-erased&subject=" + customer)
                .then()
                .body("items", hasSize(1));
    }

    /** An operator's answer shows the customer's address. */
    @Test
    void forgetsWhatOthersWereAnsweredAboutTheCustomersOrders() {
        var id = placedWithAKey();
        asOperator()
                .contentType("application/json")
                .header("Idempotency-Key", "\"" + id + "\"")
                .body("{}")
                .post("/orders/" + id + "/cancel")
                .then()
                .statusCode(202)
                .body("shippingAddress", notNullValue());
        steps.release(id);

        erase().then().statusCode(202);

        assertThat(database.count("idempotency_key WHERE call LIKE ?", "%" + id + "%"))
                .isZero();
    }

    /** Erasing makes no version, and yet a client must not be told that its copy is current. */
    @Test
    void showsTheErasedOrderToWhoHasTheOrderBefore() {
        var id = placed(customer);
        steps.bring(id, OrderStatus.DELIVERED);
        var before = as(customer).get("/orders/" + id).header("ETag");

        erase().then().statusCode(202);

        as(customer)
                .header("If-None-Match", before)
                .get("/orders/" + id)
                .then()
                .statusCode(200)
                .body("shippingAddress", nullValue());
    }

    /** A replica whose clock is ahead has placed it: every other service tells by its id whether the erasure is about it. */
    @Test
    void coversOrdersWhoseIdsAreAheadOfThisClock() {
        var id = placed(customer);
        steps.bring(id, OrderStatus.DELIVERED);
        var ahead = UuidCreator.getTimeOrderedEpoch(Instant.now().plus(Duration.ofMinutes(2)));
        database.execute("UPDATE orders SET id = ? WHERE id = ?", ahead, id);

        erase().then().statusCode(202);

        assertThat(database.count(COVERING, customer, ahead.toString())).isEqualTo(1);
        assertThat(database.count(
                        "erased_customer WHERE customer_id = ? AND erased_at >= uuid_extract_timestamp(?)",
                        customer,
                        ahead))
                .isEqualTo(1);
    }

    /** Nobody could say where the parcel is to be fetched. */
    @Test
    void takesNoOrderBackThatHasNoAddressAnyMore() {
        var id = placed(customer);
        steps.bring(id, OrderStatus.DELIVERED);
        erase().then().statusCode(202);

        as(customer).get("/orders/" + id).then().body("_links", not(hasKey("returns")));
        as(customer)
                .noContentType()
                .post("/orders/" + id + "/returns")
                .then()
                .statusCode(409)
                .body("type", endsWith("/not-returnable"));
    }

    @Test
    void isRefusedWhileAnOrderIsOpen() {
        var settled = placed(customer);
        steps.bring(settled, OrderStatus.DELIVERED);
        var open = placed(customer);

        erase().then()
                .statusCode(409)
                .body("type", endsWith("/customer-has-open-orders"))
                .body("orders", contains(open.toString()));

        as(customer).get("/orders/" + settled).then().body("shippingAddress", notNullValue());
        assertThat(database.count(EVENTS_OF_MINE, customer)).isZero();
    }

    /** Once it has its answer, the same person may order again. */
    @Test
    void takesOrdersAfterIt() {
        erase().then().statusCode(202);

        Shop.place(customer, Shop.order()).then().statusCode(201).body("shippingAddress", notNullValue());
    }

    @Test
    void isForOperatorsAlone() {
        as(customer).delete("/customers/" + customer).then().statusCode(403);
    }

    /** Other services may know somebody who has never ordered. */
    @Test
    void isToldOfACustomerWithoutOrdersToo() {
        erase().then().statusCode(202);

        assertThat(database.count(EVENTS_OF_MINE, customer)).isEqualTo(1);
    }

    private Response erase() {
        return asOperator().delete("/customers/" + customer);
    }

    private UUID placedWithAKey() {
        return UUID.fromString(as(customer)
                .contentType("application/json")
                .header("Idempotency-Key", "\"once\"")
                .body(Shop.order().encode())
                .post("/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
