package dev.orderflow.order.api;

import dev.orderflow.platform.http.Parameters;
import dev.orderflow.platform.problem.Problems;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Which version of an order is asked for: the one of that number, the one that was current then, or, if neither, now's. */
record Moment(OptionalLong version, Optional<Instant> asOf) {

    /** @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} if malformed, or both are given */
    static Moment of(String version, String asOf) {
        var moment =
                new Moment(Parameters.number("version", version, 1, Long.MAX_VALUE), Parameters.instant("asOf", asOf));
        if (moment.version.isPresent() && moment.asOf.isPresent()) {
            throw Problems.invalid("asOf", "can't be combined with version");
        }
        return moment;
    }

    boolean isNow() {
        return version.isEmpty() && asOf.isEmpty();
    }
}
