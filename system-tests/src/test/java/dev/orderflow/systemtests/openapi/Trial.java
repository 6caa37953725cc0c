package dev.orderflow.systemtests.openapi;

/** A request that is made, and the operation that it was made for. */
record Trial(ApiCall call, ApiRequest request) {

    String baseUrl() {
        return call.api().baseUrl();
    }
}
