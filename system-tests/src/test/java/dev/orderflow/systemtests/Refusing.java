package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.Asking;
import dev.orderflow.systemtests.openapi.Refusal;
import dev.orderflow.systemtests.openapi.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Makes requests that must be refused out of those that would be accepted. */
final class Refusing {

    static final String KEY = "Idempotency-Key";

    private final ApiWorld world;
    private final ApiSuccesses successes;
    private final Map<String, ApiCall> calls;

    Refusing(TestSystem system, ApiWorld world) {
        this.world = world;
        this.successes = new ApiSuccesses(system, world);
        this.calls = ApiDocuments.calls(ApiDocuments.of(system)).stream()
                .collect(Collectors.toMap(
                        call -> call.api().service() + " " + call.id(), call -> call, (one, other) -> one));
    }

    /**
     * @param operation service and id: {@code order placeOrder}
     * @param otherwise what makes it wrong
     */
    Refusal refused(int status, String problem, String operation, UnaryOperator<Asking> otherwise) {
        var call = call(operation);
        return new Refusal(call, otherwise.apply(successes.ask(call)).request(), status, problem);
    }

    /** As {@link #refused}, by another body: the right one, changed. */
    Refusal refusedBody(int status, String problem, String operation, Consumer<ObjectNode> change) {
        return refused(status, problem, operation, asking -> asking.body(body(operation, change)));
    }

    ObjectNode body(String operation, Consumer<ObjectNode> change) {
        var body = (ObjectNode) world.body(call(operation));
        change.accept(body);
        return body;
    }

    private ApiCall call(String operation) {
        assertThat(calls).containsKey(operation);
        return calls.get(operation);
    }

    /** Until the services know enough to refuse it so. It should have no key: what is accepted before would be repeated. */
    static void awaitKnown(Refusal refusal) {
        Awaitility.await(refusal.problem())
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    try (var wire = new Wire(refusal.call().api().baseUrl())) {
                        assertThat(refusal.lie(wire.send(refusal.request()))).isEmpty();
                    }
                });
    }
}
