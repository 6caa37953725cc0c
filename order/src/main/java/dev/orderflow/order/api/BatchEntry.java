package dev.orderflow.order.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.platform.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one order of a batch: as if it had been sent alone.
 *
 * @param order null unless it was placed
 * @param problem null if it was placed
 * @param retryAfter seconds, where a request of its own would be answered with {@code Retry-After}, else null
 * @param replayed true if it was placed by an earlier request with this key, else null
 */
@RegisterForReflection
@Schema(name = "BatchEntry", requiredProperties = "status")
record BatchEntry(
        int status,
        @Schema(implementation = OrderView.class) JsonNode order,
        Problem problem,

        @Schema(description = "Seconds to wait before it is sent again")
        Integer retryAfter,

        @Schema(description = "Decided by an earlier request with this key")
        Boolean replayed) {}
