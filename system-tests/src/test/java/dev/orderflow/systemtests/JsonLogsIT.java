package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The log as production has it, of one service: objects, by which an operator can follow one order and learn nothing of it. */
@Tag("nightly")
@ExtendWith(RunningSystem.class)
class JsonLogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> AS_IN_PRODUCTION = Map.of(
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
            "QUARKUS_LOG_CATEGORY__DEV_ORDERFLOW_TRAIL__LEVEL", "DEBUG");

    private final TestSystem system = RunningSystem.get();
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String customer = "logged-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);
    private int before;

    @BeforeEach
    void logAsInProduction() throws IOException {
        system.stop("payment");
        before = lines().size();
        system.start("payment", AS_IN_PRODUCTION);
    }

    @AfterEach
    void logForPeopleAgain() {
        system.stop("payment");
        system.start("payment");
    }

    @Test
    void tellsWhatBecomesOfAnOrderByItsIdAndTraceAndNothingOfIt() {
        var id = placed(NewOrder.of(new Warehouse(system).product(10)));
        shop.awaitStatus(id, "DELIVERED");

        assertThat(trail(id))
                .contains(
                        "handles orderflow.order.payment-requested",
                        "attempts create-intent",
                        "appends orderflow.payment.completed");
        assertThat(objects())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("service").asText()).isEqualTo("payment"))
                .noneMatch(line -> holdsPersonalData(line.toString()));
    }

    private List<String> trail(String order) {
        return await("the end of the trail")
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> objects()
                                .filter(line -> line.at("/mdc/key").asText().equals(order))
                                .filter(line -> line.at("/mdc/traceId").asText().equals(trace))
                                .map(line -> line.path("message").asText())
                                .toList(),
                        told -> told.contains("appends orderflow.payment.completed"));
    }

    private static boolean holdsPersonalData(String line) {
        return Stream.of("Alice", "1 Main St", "@example.com", "tok_visa").anyMatch(line::contains);
    }

    private String placed(NewOrder order) {
        var answer = system.http()
                .send(HttpRequest.newBuilder(URI.create(system.url("order") + "/orders"))
                        .header("Authorization", "Bearer " + shop.token())
                        .header("Content-Type", "application/json")
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .POST(BodyPublishers.ofString(order.json())));
        return answer.ok(201).get("id").asText();
    }

    private Stream<JsonNode> objects() {
        try {
            return lines().stream()
                    .skip(before)
                    .filter(line -> line.startsWith("{"))
                    .map(JsonLogsIT::object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(system.log("payment"));
    }

    private static JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
