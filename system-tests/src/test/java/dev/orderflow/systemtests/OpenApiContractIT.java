package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.systemtests.openapi.ApiAnswer;
import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.ApiRequest;
import dev.orderflow.systemtests.openapi.ServedApi;
import dev.orderflow.systemtests.openapi.Truth;
import dev.orderflow.systemtests.openapi.Wire;
import dev.orderflow.systemtests.openapi.WrongRequests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of every served document is driven, and answers what the document says. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiContractIT {

    /** Common to all services, and described only where they can happen. */
    private static final List<String> COMMON = List.of(
            "gone",
            "internal-error",
            "method-not-allowed",
            "precondition-failed",
            "precondition-required",
            "too-many-requests",
            "unprocessable");

    /** Of services that take a body. */
    private static final List<String> OF_BODIES =
            List.of("request-timeout", "request-too-large", "unsupported-media-type");

    /** Of services that take an Idempotency-Key. */
    private static final List<String> OF_KEYS = List.of("request-in-progress", "idempotency-key-reused");

    /** A token is needed, and nothing of a customer is told. */
    private static final Set<String> NOBODYS = Set.of(
            "adjustStock",
            "changeChannel",
            "changeIntake",
            "createTicket",
            "eraseCustomer",
            "getIntake",
            "getProduct",
            "getStock",
            "listBestSellers",
            "listCancellations",
            "listChannels",
            "listLatencies",
            "listMinutes",
            "listProducts",
            "putProduct",
            "watchNotifications");

    private TestSystem system;
    private List<ServedApi> apis;
    private ApiWorld world;
    private ApiSuccesses successes;

    @BeforeAll
    void readDocuments() {
        system = RunningSystem.get();
        apis = ApiDocuments.of(system);
        world = new ApiWorld(system, 4);
        successes = new ApiSuccesses(system, world);
    }

    @TestFactory
    Stream<DynamicNode> describesEachOperation() {
        return each(this::isDescribed);
    }

    @TestFactory
    Stream<DynamicNode> answersEachOperationAsDescribed() {
        return each(this::succeeds);
    }

    @TestFactory
    Stream<DynamicNode> refusesWhatIsWrongAsDescribed() {
        return each(this::refuses);
    }

    @TestFactory
    Stream<DynamicNode> describesEachProblemThatThereIs() {
        return apis.stream().map(api -> dynamicTest(api.service(), () -> hasProblems(api)));
    }

    private Stream<DynamicNode> each(java.util.function.Consumer<ApiCall> check) {
        return apis.stream()
                .map(api -> dynamicContainer(
                        api.service(),
                        api.calls().stream().map(call -> dynamicTest(call.toString(), () -> check.accept(call)))));
    }

    private void isDescribed(ApiCall call) {
        assertThat(call.id()).as("operationId").isNotEmpty();
        assertThat(call.described().path("summary").asText()).as("summary").isNotEmpty();
        assertThat(call.parameters("path"))
                .allSatisfy(part -> assertThat(part.example().isMissingNode())
                        .as(part.name())
                        .isFalse());
        if (call.method().equals("POST") && call.needsToken()) {
            assertThat(call.header("Idempotency-Key"))
                    .as("a client that got no answer")
                    .isPresent();
        }
        if (call.takesBody()) {
            fits(call, "request", call.requestSchema(), call.requestExample());
        }
        call.successes()
                .forEach(status -> call.answer(status).orElseThrow().path("content").properties().stream()
                        .filter(media -> media.getKey().endsWith("json"))
                        .forEach(media -> fits(
                                call,
                                status + "",
                                media.getValue().path("schema"),
                                media.getValue().path("example"))));
    }

    private static void fits(ApiCall call, String what, JsonNode schema, JsonNode example) {
        assertThat(example.isMissingNode()).as("no example: " + what).isFalse();
        if (!schema.path("format").asText().equals("binary")) {
            assertThat(call.api().errorsOfClosed(schema, example)).as(what).isEmpty();
        }
    }

    private void succeeds(ApiCall call) {
        var steps = successes.of(call);
        assertThat(steps).as("nobody drives it: see ApiSuccesses").isNotEmpty();
        var seen = new HashSet<Integer>();
        for (var step : steps) {
            var expected = step.apply(call);
            var answer = answered(call, expected.asking().request(), expected.status(), "");
            isPrivate(call, answer);
            seen.add(expected.status());
        }
        assertThat(seen).as("every success that is described").containsAll(call.successes());
    }

    private static void isPrivate(ApiCall call, ApiAnswer answer) {
        if (answer.status() < 400 && call.needsToken() && !NOBODYS.contains(call.id())) {
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(answer.header("Vary")).contains("Authorization");
        }
    }

    private void refuses(ApiCall call) {
        WrongRequests.of(call, world.sender(call), () -> successes.ask(call))
                .forEach(wrong -> answered(call, wrong.request(), wrong.status(), wrong.what()));
    }

    private static ApiAnswer answered(ApiCall call, ApiRequest request, int status, String what) {
        var answer = sent(call, request);
        var told = what + "\n" + request.curl(call.api().baseUrl()) + "\n" + answer.body();
        assertThat(answer.status()).as(told).isEqualTo(status);
        assertThat(Truth.lies(call, request, answer)).as(told).isEmpty();
        return answer;
    }

    private static ApiAnswer sent(ApiCall call, ApiRequest request) {
        try (var wire = new Wire(call.api().baseUrl())) {
            return wire.send(request);
        } catch (IOException e) {
            throw new AssertionError(request.curl(call.api().baseUrl()), e);
        }
    }

    private static List<String> undescribed(ServedApi api) {
        var names = new ArrayList<>(COMMON);
        if (api.calls().stream().noneMatch(ApiCall::takesBody)) {
            names.addAll(OF_BODIES);
        }
        if (api.calls().stream()
                .noneMatch(call -> call.header("Idempotency-Key").isPresent())) {
            names.addAll(OF_KEYS);
        }
        return names;
    }

    /** Both ways: what is described has a page, and what has a page is described. */
    private void hasProblems(ServedApi api) {
        var pages = new TreeMap<String, Integer>();
        system.http()
                .get(api.baseUrl() + "/problems", null)
                .ok()
                .forEach(type ->
                        pages.put(type.get("name").asText(), type.get("status").asInt()));
        var described = new TreeMap<String, Integer>();
        api.document()
                .at("/components/responses")
                .forEach(answer -> answer.findParents("const")
                        .forEach(status -> answer.findValues("enum")
                                .forEach(names -> names.forEach(name -> described.put(
                                        name.asText().substring("/problems/".length()),
                                        status.get("const").asInt())))));

        assertThat(pages).containsAllEntriesOf(described);
        var missing = new TreeSet<>(pages.keySet());
        missing.removeAll(described.keySet());
        undescribed(api).forEach(missing::remove);
        assertThat(missing).isEmpty();
    }
}
