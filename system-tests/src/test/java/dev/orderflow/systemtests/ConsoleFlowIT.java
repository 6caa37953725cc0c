package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the console's flow tells no number that nobody has measured. */
@ExtendWith(RunningSystem.class)
class ConsoleFlowIT extends ConsoleFixture {

    private static final String RATES = ".flow .station .big";
    private static final String SHIPPING = ".flow .station:nth-child(4) ";

    /** Two replicas of order that answer in turn, and have nothing to do. */
    private static final String TWO_REPLICAS = """
            const real = window.fetch;
            let turn = 0;
            window.fetch = (url, options) => url !== '/api/order/q/metrics' ? real(url, options)
              : Promise.resolve(new Response(turn++ % 2 === 0
                ? 'process_start_time_seconds 1.7E9\\norderflow_consumer_events_total{channel="a"} 1000000.0\\n'
                : 'process_start_time_seconds 1.8E9\\norderflow_consumer_events_total{channel="a"} 10.0\\n'));
            """;

    private final Levers shipping = new Levers(system, "shipping");

    @BeforeEach
    void signIn() {
        page.signIn(operator());
    }

    @AfterEach
    void letShippingGoOn() {
        shipping.pause("order-events-in", false);
    }

    @Test
    void tellsTheRateOfEveryService() {
        page.open("flow");

        await("a rate of each")
                .atMost(Shop.PATIENCE)
                .untilAsserted(
                        () -> assertThat(browser.all(RATES)).hasSize(5).allMatch(rate -> rate.matches("[\\d.,]+")));
    }

    @Test
    void countsEachReplicaForItself() {
        browser.run(TWO_REPLICAS);
        page.open("flow");

        await("the rate of replicas that rest")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(browser.all(RATES).getFirst()).isEqualTo("0"));
    }

    @Test
    void knowsNoLagBehindAPause() {
        shipping.pause("order-events-in", true);
        page.open("flow");

        browser.read(SHIPPING + ".tag", "paused");

        assertThat(browser.all(SHIPPING + "dt").get(1)).isEqualTo("Lag");
        assertThat(browser.all(SHIPPING + "dd").get(1)).matches("unknown|at least [1-9].*");
    }
}
