package dev.orderflow.systemtests.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A native image reflects only on what it was told of. What each service reads and writes as JSON is derived from its
 * built classes and has to be registered by its owner, also where Quarkus would find it by itself.
 */
class NativeImageTest {

    static final List<String> SERVICES =
            List.of("order", "inventory", "payment", "shipping", "notification", "loyalty", "analytics");

    /** Events and the payloads of tasks are among the roots by those who name them. */
    private static final List<String> READ_BY_OTHER_WAYS =
            List.of("EventCodec.decode", "EventCodec.upcast", "EventReader.read", "TaskRun");

    /** The same, and the bodies of requests and answers: by the methods that take and by those that make them. */
    private static final List<String> WRITTEN_BY_OTHER_WAYS =
            List.of("Journal.", "Tasks.", "IdempotentCalls.", "Answer.with", "StoredAnswer.first");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void everythingThatIsJsonIsRegistered(String service) {
        var classes = classesOf(service);
        var registered = new Registered(classes);
        assertThat(new Shapes(classes).in(roots(classes)))
                .as("register for reflection in %s", service)
                .isNotEmpty()
                .allMatch(registered::contains);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void noJsonIsReadOrWrittenThatThisDoesNotSee(String service) {
        var classes = classesOf(service);
        var calls = Call.in(classes);
        assertThat(new JsonReads(calls).unseen())
                .allMatch(method -> READ_BY_OTHER_WAYS.stream().anyMatch(method::startsWith));
        assertThat(new JsonWrites(classes, calls).unseen())
                .allMatch(method -> WRITTEN_BY_OTHER_WAYS.stream().anyMatch(method::startsWith));
    }

    /** It passes bodies on, and tells its own refusals by Vert.x' JSON, which reflects on nothing. */
    @Test
    void theConsoleHasNoTypeOfItsOwnThatIsJson() {
        var classes = BuiltClasses.of(List.of("console"));
        assertThat(classes.all()).isNotEmpty();
        assertThat(roots(classes)).isEmpty();
        assertThat(Call.in(classes))
                .extracting(call -> call.callee().owner() + "." + call.callee().name())
                .contains("io/vertx/core/json/JsonObject.put")
                .doesNotContain("io/vertx/core/json/JsonObject.mapFrom", "io/vertx/core/json/JsonObject.mapTo")
                .noneMatch(callee -> callee.startsWith("com/fasterxml/jackson/"));
    }

    @Test
    void findsWhatIsStoredSentAndServed() {
        var classes = classesOf("payment");
        assertThat(new Shapes(classes).in(roots(classes)))
                .as("an event, a cause, a task, an answer of the provider, a view, a problem")
                .contains(
                        "dev/orderflow/contracts/payment/PaymentCompleted",
                        "dev/orderflow/messaging/journal/Cause",
                        "dev/orderflow/payment/messaging/IntentToCreate",
                        "dev/orderflow/payment/gateway/StripeIntent",
                        "dev/orderflow/payment/api/PaymentView",
                        "dev/orderflow/platform/problem/Problem",
                        "dev/orderflow/platform/problem/FieldError");
    }

    private static BuiltClasses classesOf(String service) {
        return BuiltClasses.of(List.of("contracts", "messaging", "platform/web", "platform", service));
    }

    private static Stream<String> roots(BuiltClasses classes) {
        var calls = Call.in(classes);
        return Stream.of(
                        literalsOf(classes, "dev/orderflow/messaging/event/EventTypeSource"),
                        payloads(classes),
                        classes.find("dev/orderflow/contracts/EventCatalog").stream()
                                .flatMap(Types::literals),
                        new JsonReads(calls).types().stream(),
                        new JsonWrites(classes, calls).types().stream(),
                        new Bodies(classes).types().stream())
                .flatMap(it -> it);
    }

    /** Of tasks: what their handlers answer, or have been made with. */
    private static Stream<String> payloads(BuiltClasses classes) {
        return classes.subtypesOf("dev/orderflow/messaging/task/TaskHandler").stream()
                .flatMap(handler -> handler.methods().stream())
                .filter(method -> method.methodName().stringValue().matches("payload|<init>"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> Types.literals(code).stream());
    }

    private static Stream<String> literalsOf(BuiltClasses classes, String parent) {
        return classes.subtypesOf(parent).stream().flatMap(Types::literals);
    }
}
