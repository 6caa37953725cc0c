package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.client.Operation;
import dev.orderflow.client.Operations;
import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.ServedApi;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java client knows exactly what the running services say that they serve. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientContractIT {

    /** Called by the outside parties, read by people, and what is no exchange: {@code notifications().live()}. */
    private static final Set<String> NOT_FOR_CLIENTS =
            Set.of("takePaymentEvent", "takeCarrierEvent", "listProblems", "getProblem", "watchNotifications");

    /** Instead of the token and of the header, for browsers. */
    private static final Set<String> FOR_BROWSERS = Set.of("ticket", "lastEventId");

    private List<ServedApi> apis;

    @BeforeAll
    void readDocuments() {
        apis = ApiDocuments.of(RunningSystem.get());
    }

    @TestFactory
    Stream<DynamicTest> offersAllThatIsServed() {
        return apis.stream()
                .map(api -> dynamicTest(api.service(), () -> {
                    var served = api.calls().stream().map(ApiCall::id).filter(id -> !NOT_FOR_CLIENTS.contains(id));
                    assertThat(offered(api))
                            .extracting(Operation::id)
                            .containsExactlyInAnyOrderElementsOf(served.toList());
                }));
    }

    @TestFactory
    Stream<DynamicTest> asksAsIsServed() {
        return each((operation, call) -> {
            assertThat(call.method() + " " + call.path()).isEqualTo(operation.toString());
            assertThat(call.header("Idempotency-Key").isPresent()).isEqualTo(operation.keyed());
            var query = call.parameters("query").stream()
                    .map(ApiCall.Parameter::name)
                    .collect(Collectors.toSet());
            query.removeAll(FOR_BROWSERS);
            assertThat(operation.query()).isEqualTo(query);
        });
    }

    @TestFactory
    Stream<DynamicTest> sendsWhatIsRead() {
        return each((operation, call) -> {
            assertThat(call.takesBody()).isEqualTo(operation.request().isPresent());
            operation
                    .request()
                    .ifPresent(type -> assertThat(ClientDrift.between(type, call.requestSchema(), call.api()))
                            .isEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> readsWhatIsAnswered() {
        return each((operation, call) -> answers(call)
                .forEach(schema -> assertThat(ClientDrift.between(operation.answer(), schema, call.api()))
                        .isEmpty()));
    }

    private static Stream<JsonNode> answers(ApiCall call) {
        return call.successes().stream()
                .map(status -> call.answer(status).orElseThrow().path("content"))
                .flatMap(content -> content.properties().stream())
                .map(media -> media.getValue().path("schema"));
    }

    /** A check of an operation against its description. */
    private interface Check {

        void of(Operation<?> operation, ApiCall described);
    }

    private Stream<DynamicTest> each(Check check) {
        return apis.stream()
                .flatMap(api -> offered(api).stream()
                        .map(operation -> dynamicTest(
                                api.service() + " " + operation, () -> check.of(operation, call(api, operation)))));
    }

    private static ApiCall call(ServedApi api, Operation<?> operation) {
        return api.calls().stream()
                .filter(call -> call.id().equals(operation.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<? extends Operation<?>> offered(ServedApi api) {
        return Operations.all().stream()
                .filter(operation -> operation.services().stream()
                        .anyMatch(service ->
                                service.name().toLowerCase(Locale.ROOT).equals(api.service())))
                .toList();
    }
}
