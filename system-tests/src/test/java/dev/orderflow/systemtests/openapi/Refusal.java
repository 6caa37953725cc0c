package dev.orderflow.systemtests.openapi;

import java.util.Optional;

/**
 * A request that is well-formed and is refused all the same, by what the service knows.
 *
 * @param status that it must be answered with
 * @param problem the name of the problem in that answer
 */
public record Refusal(ApiCall call, ApiRequest request, int status, String problem) {

    Trial trial() {
        return new Trial(call, request);
    }

    /** What is wrong with the answer: another one proves nothing about this refusal. */
    public Optional<String> lie(ApiAnswer answer) {
        boolean expected = answer.status() == status && answer.body().contains("\"/problems/" + problem + "\"");
        return expected
                ? Optional.empty()
                : Optional.of("not refused with %d %s, but answered %d: %s"
                        .formatted(status, problem, answer.status(), answer.body()));
    }
}
