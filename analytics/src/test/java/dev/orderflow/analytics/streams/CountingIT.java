package dev.orderflow.analytics.streams;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.analytics.testing.Broker;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the alert rules are about, by the names that they use. */
@QuarkusTest
class CountingIT {

    /** Metrics of Kafka's own are looked for once a minute. */
    private static final Duration SOON = Duration.ofSeconds(100);

    @Test
    void tellsThatItCountsAndHowFarItIsBehind() {
        new Broker().close();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(metrics())
                        .containsPattern("(?m)^orderflow_analytics_running(\\{[^}]*})? 1\\.0$")
                        .containsPattern("(?m)^orderflow_analytics_unfinished(\\{[^}]*})? 0\\.0$")
                        .containsPattern("(?m)^kafka_consumer_fetch_manager_records_lag_max"
                                + "\\{client_id=\"[^\"]+-StreamThread-[0-9]+-consumer\""));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static String metrics() {
        return given().accept("text/plain").get("/q/metrics").asString();
    }
}
