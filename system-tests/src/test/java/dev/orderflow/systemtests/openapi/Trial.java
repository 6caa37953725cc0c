package dev.orderflow.systemtests.openapi;

import dev.orderflow.systemtests.openapi.Fuzz.Target;

/** A request to an operation. */
record Trial(Target target, ApiRequest request) {

    String baseUrl() {
        return target.call().api().baseUrl();
    }
}
