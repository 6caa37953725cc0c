package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.systemtests.openapi.ApiAnswer;
import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.Asking;
import dev.orderflow.systemtests.openapi.Truth;
import dev.orderflow.systemtests.openapi.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What customers are told of their limit is what the documents say of each operation. The system of these tests has no limit,
 * because a load is one customer who never rests: so a second replica of each service is asked, which has a small one.
 */
@ExtendWith(RunningSystem.class)
class RateLimitContractIT {

    /** Of ten calls, the least that lets the heaviest one in; on a busy machine Redis may take its time to tell of it. */
    private static final Map<String, String> LIMITED = Map.of(
            "ORDERFLOW_RATE_LIMIT_ENABLED", "true",
            "ORDERFLOW_RATE_LIMIT_READS_BURST", "10",
            "ORDERFLOW_RATE_LIMIT_READS_PER_SECOND", "1",
            "ORDERFLOW_RATE_LIMIT_WRITES_BURST", "10",
            "ORDERFLOW_RATE_LIMIT_WRITES_PER_SECOND", "1",
            "ORDERFLOW_ORDER_RATE_LIMIT_TIMEOUT", "3s");

    /** More than is let in while they are sent. */
    private static final int MANY = 100;

    private final TestSystem system = RunningSystem.get();

    /** Those that have something for customers. */
    static Stream<String> services() {
        return ApiDocuments.of(RunningSystem.get()).stream()
                .filter(api -> api.calls().stream().anyMatch(RateLimitContractIT::isForCustomers))
                .map(api -> api.service());
    }

    @ParameterizedTest
    @MethodSource("services")
    void tellsCustomersWhatIsLeftAsDescribed(String service) {
        var replica = service + "-2";
        system.start(replica, LIMITED);
        try {
            ApiDocuments.of(system, replica).calls().stream()
                    .filter(RateLimitContractIT::isForCustomers)
                    .forEach(this::isLimited);
        } finally {
            system.stop(replica);
        }
    }

    private static boolean isForCustomers(ApiCall call) {
        return call.needsToken() && (call.roles().isEmpty() || call.roles().contains("customer"));
    }

    private void isLimited(ApiCall call) {
        var answers = untilRefused(call);

        assertThat(answers).as(call + "").hasSizeGreaterThan(1).allSatisfy(answer -> {
            assertThat(answer.header("RateLimit-Policy")).as(call + "").matches("\"(reads|writes)\";q=10;w=10");
            assertThat(answer.header("RateLimit")).as(call + "").isNotNull();
        });
        var refusal = answers.getLast();
        assertThat(refusal.status()).as(call + "").isEqualTo(429);
        assertThat(refusal.header("Retry-After")).isNotNull();
    }

    /** As a customer of its own. Each answer is as described. */
    private List<ApiAnswer> untilRefused(ApiCall call) {
        var request = new Asking(call)
                .as(system.token("limited-" + UUID.randomUUID(), "customer", null))
                .request();
        var answers = new ArrayList<ApiAnswer>();
        try (var wire = new Wire(call.api().baseUrl())) {
            while (answers.size() < MANY && answers.stream().noneMatch(answer -> answer.status() == 429)) {
                var answer = wire.send(request);
                assertThat(Truth.lies(call, request, answer))
                        .as(request.curl(call.api().baseUrl()))
                        .isEmpty();
                answers.add(answer);
            }
        } catch (IOException e) {
            throw new AssertionError(call + "", e);
        }
        return answers;
    }
}
