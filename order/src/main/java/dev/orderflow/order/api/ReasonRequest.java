package dev.orderflow.order.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody wants an order cancelled or sends it back, in that person's own words. */
@RegisterForReflection
@Schema(name = "Reason")
record ReasonRequest(@Line(max = 500) String reason) {

    /** @param request null if the client sent no body */
    static String of(ReasonRequest request) {
        return request == null ? null : Texts.given(request.reason());
    }
}
