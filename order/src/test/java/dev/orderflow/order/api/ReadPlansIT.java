package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A page costs what it shows, however many orders there are: Postgres' own counters tell which index was read, and how far.
 * They are a second late, and what runs beside reads too: a page is asked for until only it was counted.
 */
@QuarkusTest
class ReadPlansIT {

    private static final int LIMIT = 20;

    /** The one more by which it is known that there is a next page. */
    private static final int READ_AT_MOST = LIMIT + 1;

    /** Of twenty customers; of a hundred orders ninety are DELIVERED, five CANCELLED, five RETURNED; the last forty are stuck. */
    private static final String MANY = """
            INSERT INTO orders
            SELECT (jsonb_populate_record(o, jsonb_build_object(
                'id', gen_random_uuid(), 'customer_id', 'plans-' || n %% 20,
                'status', CASE WHEN n %% 100 < 90 THEN 'DELIVERED' WHEN n %% 100 < 95 THEN 'CANCELLED' ELSE 'RETURNED' END,
                'stuck', n > 3960, 'deadline', NULL,
                'since', o.since - n * interval '1 minute', 'created_at', o.created_at - n * interval '1 minute'))).*
            FROM orders o, generate_series(1, 4000) n WHERE o.id = '%s'""";

    @Inject
    Shop shop;

    @Inject
    Database database;

    @BeforeEach
    void sellMuch() {
        shop.open();
        var one = placed("plans-template");
        database.execute(MANY.formatted(one));
    }

    @AfterEach
    void leaveNothing() {
        database.execute("DELETE FROM orders WHERE customer_id LIKE 'plans-%'");
    }

    @ParameterizedTest
    @CsvSource({
        "plans-1,  /orders?limit=20,                  orders_of_customer",
        "plans-10, /orders?limit=20&status=CANCELLED, orders_of_customer_by_status",
        "operator, /orders?limit=20,                  orders_newest",
        "operator, /orders?limit=20&status=RETURNED,  orders_by_status",
        "operator, /admin/sagas?limit=20,             orders_stuck"
    })
    void readsWhatItShowsAndNoMore(String caller, String address, String index) {
        await("a page from " + index).atMost(Duration.ofSeconds(60)).until(() -> {
            var before = Counted.of(database, index);
            assertThat(shown(caller, address)).isEqualTo(LIMIT);
            var after = await().until(() -> Counted.of(database, index), now -> now.scans() > before.scans());
            return after.scans() == before.scans() + 1 && after.read() <= before.read() + READ_AT_MOST;
        });
    }

    private static int shown(String caller, String address) {
        return caller(caller).get(address).then().statusCode(200).extract().jsonPath().getList("items").size();
    }

    private static RequestSpecification caller(String name) {
        return name.equals("operator") ? asOperator() : as(name);
    }

    /** @param read entries of the index */
    private record Counted(long scans, long read) {

        static Counted of(Database database, String index) {
            var both = database.value(
                    "SELECT idx_scan || ' ' || idx_tup_read FROM pg_stat_user_indexes WHERE indexrelname = ?", index);
            var numbers = Stream.of(both.split(" ")).map(Long::valueOf).toList();
            return new Counted(numbers.getFirst(), numbers.getLast());
        }
    }
}
