package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.orderflow.order.domain.OrderStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ListingIT {

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @Test
    void listsTheCallersOrdersNewestFirst() {
        placed(Shop.somebody());
        var mine = place(3);

        as(customer)
                .get("/orders")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("items.id", equalTo(mine.reversed()))
                .body("items.customerId", everyItem(equalTo(customer)))
                .body("items[0]", hasKey("_links"))
                .body("", not(hasKey("next")));
    }

    @Test
    void goesThroughThePagesWithoutLosingOrRepeatingAnOrder() {
        var mine = place(5);

        assertThat(all(() -> as(customer), "/orders?limit=2")).isEqualTo(mine.reversed());
    }

    @Test
    void keepsTheFilterOnTheNextPage() {
        var mine = place(3);

        assertThat(all(Shop::asOperator, "/orders?limit=1&status=PENDING&customerId=" + customer))
                .isEqualTo(mine.reversed());
    }

    @Test
    void filtersByStatus() {
        var mine = place(2);
        steps.bring(UUID.fromString(mine.getFirst()), OrderStatus.RESERVED);

        assertThat(ids(as(customer), "/orders?status=RESERVED")).containsExactly(mine.getFirst());
        assertThat(ids(as(customer), "/orders?status=PENDING")).containsExactly(mine.getLast());
        assertThat(ids(as(customer), "/orders?status=SHIPPED")).isEmpty();
    }

    @Test
    void filtersByTimeFromInclusiveToExclusive() {
        var id = place(1).getFirst();
        String at = as(customer).get("/orders/" + id).path("createdAt");

        assertThat(ids(as(customer), "/orders?from=" + at)).containsExactly(id);
        assertThat(ids(as(customer), "/orders?to=" + at)).isEmpty();
        assertThat(ids(as(customer), "/orders?to=2999-01-01T00:00:00%2B02:00")).containsExactly(id);
    }

    @Test
    void showsOperatorsWhatTheyAskFor() {
        var mine = place(1);
        var another = placed(Shop.somebody()).toString();

        assertThat(ids(asOperator(), "/orders?customerId=" + customer)).isEqualTo(mine);
        assertThat(ids(asOperator(), "/orders?limit=2")).containsExactlyInAnyOrder(mine.getFirst(), another);
    }

    @Test
    void refusesCustomersWhoAskForAnothersOrders() {
        as(customer)
                .get("/orders?customerId=" + Shop.somebody())
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
        as(customer)
                .get("/orders?customerId=" + customer)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "status, LOST",
        "status, pending",
        "from, yesterday",
        "to, 2026-01-01",
        "cursor, x",
        "cursor, eA",
        "limit, 0",
        "limit, 201",
        "limit, many"
    })
    void refusesAMalformedParameter(String parameter, String value) {
        as(customer)
                .queryParam(parameter, value)
                .get("/orders")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.field", equalTo(List.of(parameter)));
    }

    private List<String> place(int count) {
        return Stream.generate(() -> placed(customer).toString()).limit(count).toList();
    }

    /** A request per page: RestAssured's collects the parameters of all its calls. */
    private static List<String> all(Supplier<RequestSpecification> reader, String first) {
        var found = new ArrayList<String>();
        for (String page = first; page != null; ) {
            var answer = reader.get()
                    .urlEncodingEnabled(false)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(answer.path("items.id"));
            page = answer.path("next");
        }
        return found;
    }

    private static List<String> ids(RequestSpecification reader, String path) {
        return reader.urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
