package dev.orderflow.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final int MANY = 500;

    private final ApiCall call = Shelf.call("addBook");
    private final Sender sender = new Sender(
            List.of(), List.of(), Map.of(), call.requestExample(), body -> !body.contains("null"), body -> List.of());

    @Test
    void makesTheSameRequestsOfTheSameSeed() {
        assertThat(requests(false)).containsExactlyElementsOf(requests(false).toList());
    }

    @Test
    void makesValidOnesToo() {
        assertThat(requests(false).filter(this::isValid).count()).isGreaterThan(MANY / 20);
    }

    @Test
    void makesNoneThatIsValidWhereAllAreHopeless() {
        assertThat(requests(true)
                        .filter(request -> request.headers().stream()
                                .noneMatch(field -> field.name().equals("Authorization")))
                        .filter(this::isValid))
                .isEmpty();
    }

    @Test
    void sendsNothingThatIsNotHarmless() {
        assertThat(requests(false).map(ApiRequest::body)).allMatch(body -> body == null || !body.contains("null"));
    }

    private boolean isValid(ApiRequest request) {
        return request.body() != null
                && !request.body().isBlank()
                && !new Bodies(call, call.requestExample()).isWrong(request.body());
    }

    private Stream<ApiRequest> requests(boolean hopeless) {
        var requests = new Requests(call, sender);
        return LongStream.range(0, MANY).mapToObj(seed -> requests.make(new Random(seed), hopeless));
    }
}
