package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.PartStatus;
import dev.orderflow.devservices.system.Service;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Dev mode in a fresh copy of this checkout: what a newcomer has after a clone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DevModeIT {

    static final int PORT_OFFSET = 22_300;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String PROBLEMS = "order/src/main/java/dev/orderflow/order/api/OrderProblems.java";
    private static final String CHANGED = "Never heard of that product";
    private static final List<String> PARTS = List.of("kafka", "postgres", "redis", "issuer");

    /** What order needs, and who collects its traces. */
    private static final Set<String> PROCESSES = Set.of("kafka", "postgres", "redis", "issuer", "traces");

    private final Http http = new Http();

    private CheckoutCopy checkout;
    private Options options;
    private OrderflowSystem system;
    private DevMode order;

    @BeforeAll
    void start(@TempDir Path directory) {
        checkout = CheckoutCopy.in(directory.resolve("checkout"));
        options = Options.at(directory.resolve("data"), PORT_OFFSET);
        system = OrderflowSystem.of(options).ownedByThisJvm();
        order = DevMode.of("order", checkout, options);
    }

    @AfterAll
    void end() {
        order.kill();
        system.stop();
        http.close();
    }

    @Test
    @Order(1)
    void answersAsTheChangedSourceSays() {
        String before = title();
        assertThat(before).isNotEqualTo(CHANGED);
        checkout.edit(PROBLEMS, before, CHANGED);

        // On a busy machine the first request may be over before the service is back.
        await().atMost(SOON).ignoreException(UncheckedIOException.class).until(() -> title().equals(CHANGED));
    }

    @Test
    @Order(2)
    void takesTheTokensOfTheLauncher() {
        String orders = system.url(Service.ORDER) + "/orders";

        assertThat(http.get(orders, system.token("c-1", null, "customer")).status())
                .isEqualTo(200);
        assertThat(http.get(orders, null).status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void listsItsPartsInTheDevUi() {
        assertThat(DevUi.devServices(system.url(Service.ORDER)).findValuesAsText("name"))
                .containsAll(PARTS);
    }

    @Test
    @Order(4)
    void sharesItsPartsWithAnotherAndLeavesNothingBehindWhenBothAreKilled() {
        var parts = await("the parts")
                .atMost(SOON)
                .until(this::pids, pids -> pids.keySet().equals(PROCESSES));
        var notification = DevMode.of("notification", checkout, options);
        try {
            soon(() -> assertThat(pids()).containsAllEntriesOf(parts).containsKey("mail"));

            order.kill();
            await().atMost(SOON).until(() -> system.users().living().size() == 1);
            soon(() -> assertThat(http.get(system.url(Service.NOTIFICATION) + "/q/health/ready", null)
                            .status())
                    .isEqualTo(200));
            soon(() -> assertThat(pids()).containsAllEntriesOf(parts));
        } finally {
            notification.kill();
        }

        await().atMost(SOON).until(() -> !system.isRunning());
    }

    private String title() {
        return http.get(system.url(Service.ORDER) + "/problems/unknown-product", null)
                .ok()
                .get("title")
                .asText();
    }

    /** A part that has no processor for half a second does not answer a look, but has the same pid at the next one. */
    private static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }

    /** Of what runs and answers, by name; without the services, which are in dev mode. */
    private Map<String, Long> pids() {
        var services = List.of(Service.values()).stream().map(Service::module).toList();
        Map<String, Long> pids = new TreeMap<>();
        system.status().stream()
                .filter(PartStatus::ready)
                .filter(part -> !services.contains(part.name()))
                .forEach(part -> pids.put(part.name(), part.pid().orElseThrow()));
        return pids;
    }
}
