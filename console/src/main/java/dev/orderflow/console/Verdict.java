package dev.orderflow.console;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** A small answer of a service as a whole, which decides how its call goes on. */
record Verdict(HttpClientResponse answer, Buffer body) {

    static Future<Verdict> of(HttpClientResponse answer) {
        return answer.body().map(body -> new Verdict(answer, body));
    }

    int status() {
        return answer.statusCode();
    }

    /** Answers with it, as the service has said it. */
    void handOver(HttpServerResponse response) {
        Headers.removeHopByHop(answer.headers());
        response.setStatusCode(status());
        response.headers().setAll(answer.headers()).remove(HttpHeaders.TRANSFER_ENCODING);
        response.end(body);
    }
}
