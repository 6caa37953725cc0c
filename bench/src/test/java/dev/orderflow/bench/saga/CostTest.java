package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CostTest {

    private static final long ORDERS = 100;

    @Test
    void isOfTheWholeSystemAndOfTheFiveServicesWithWhatTheyNeed() {
        var cost = cost(Map.of("order", 200L, "analytics", 40L, "loyalty", 20L, "postgres", 300L));

        assertThat(cost.get("cpuMillis").asDouble()).isEqualTo(5.6);
        assertThat(cost.get("cpuMillisOfTheFive").asDouble()).isEqualTo(5.0);
    }

    @Test
    void leavesOutsidePartiesAndTheGeneratorApart() {
        var cost = cost(Map.of("mail", 100L, Footprint.GENERATOR, 700L, "kafka", 100L));

        assertThat(cost.get("cpuMillis").asDouble()).isEqualTo(1.0);
        assertThat(cost.get("cpuMillisOfTheFive").asDouble()).isEqualTo(1.0);
        assertThat(cost.get("cpuMillisByProcess").get("mail").asDouble()).isEqualTo(1.0);
        assertThat(cost.get("cpuMillisByProcess").get("generator").asDouble()).isEqualTo(7.0);
    }

    @Test
    void tellsWhatPostgresHasWritten() {
        var written = cost(Map.of()).get("postgresBytesWritten");

        assertThat(written.get("wal").asLong()).isEqualTo(60);
        assertThat(written.get("newWalSegments").asLong()).isZero();
        assertThat(written.get("tablesAndIndexes").asLong()).isEqualTo(45);
    }

    /** @param cpuMillis by process; those that are not named have used nothing */
    private static ObjectNode cost(Map<String, Long> cpuMillis) {
        var processes = Stream.of(Footprint.SYSTEM.stream(), Footprint.OTHERS.stream(), Stream.of(Footprint.GENERATOR))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Function.identity(), name -> usage(cpuMillis.getOrDefault(name, 0L))));
        var used = new Footprint(processes, 0, new Written(6_000, 0, 4_500), 0, 0, new Statements(Map.of()));
        return Cost.each(used, ORDERS, 1);
    }

    private static Usage usage(long cpuMillis) {
        return new Usage(cpuMillis, 0);
    }
}
