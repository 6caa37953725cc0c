package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every process in turn is ended the hard way while orders are on their way, and started again: nothing is lost. By night,
 * because each change is drilled ({@link DrillIT}), where all of them but the outside parties are killed at random; how soon
 * orders end then is shown there, in the calm round.
 */
@ExtendWith(RunningSystem.class)
@Tag("nightly")
class KillIT {

    private static final int BEFORE = 15;
    private static final int MEANWHILE = 10;

    private static final List<String> TOLD = List.of(
            "We have received your order",
            "Your order is confirmed",
            "Your order is on its way",
            "Your order has been delivered");

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Books books = new Books(system);
    private final String customer = "survivor-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "inventory",
                "payment",
                "shipping",
                "notification",
                "loyalty",
                "kafka",
                "postgres",
                "redis",
                "payment-provider",
                "carrier",
                "mail"
            })
    void losesNothingWhenAProcessIsKilled(String process) {
        var sku = warehouse.product(100);
        var keys = new HashMap<String, String>();
        IntStream.range(0, BEFORE).forEach(n -> keys.put(key(n), tryToPlace(sku, key(n))));

        system.kill(process);
        IntStream.range(BEFORE, BEFORE + MEANWHILE).forEach(n -> keys.put(key(n), tryToPlace(sku, key(n))));
        system.start(process);

        var orders = placedInTheEnd(sku, keys);
        orders.values().forEach(id -> shop.awaitStatus(id, "DELIVERED", Duration.ofSeconds(120)));
        assertThat(orders.values()).doesNotHaveDuplicates();
        warehouse.awaitStock(sku, 100 - orders.size(), 0);
        orders.values().forEach(this::assertPaidOnce);
        awaitToldOfEach(orders.size());
    }

    /** Null while the system can't take it: then the client knows nothing, and sends the same request again later. */
    private String tryToPlace(String sku, String key) {
        try {
            var answer = shop.place(NewOrder.of(sku), key);
            assertThat(answer.status()).as(answer.body()).isIn(201, 409, 503);
            return answer.status() == 201 ? answer.json().get("id").asText() : null;
        } catch (UncheckedIOException away) {
            return null;
        }
    }

    private Map<String, String> placedInTheEnd(String sku, Map<String, String> keys) {
        var orders = new HashMap<String, String>();
        keys.forEach((key, known) -> {
            var id = await("order " + key)
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> tryToPlace(sku, key), answer -> answer != null);
            assertThat(known == null || known.equals(id))
                    .as("one key, one order")
                    .isTrue();
            orders.put(key, id);
        });
        return orders;
    }

    private void assertPaidOnce(String id) {
        var total = shop.order(id).total().amount();
        assertThat(books.captured(id)).isEqualByComparingTo(total);
        assertThat(books.refunded(id)).isZero();
    }

    /** At least once: a mail whose sending was cut comes again. */
    private void awaitToldOfEach(int orders) {
        await("mails")
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    var subjects = books.subjects(customer + "@example.com");
                    for (var subject : TOLD) {
                        assertThat(subjects.stream().filter(subject::equals).count())
                                .as(subject)
                                .isGreaterThanOrEqualTo(orders);
                    }
                });
    }

    private final String run = UUID.randomUUID().toString();

    private String key(int n) {
        return run + "-" + n;
    }
}
