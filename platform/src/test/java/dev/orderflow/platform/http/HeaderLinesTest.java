package dev.orderflow.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeaderLinesTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void showsAllLinesToWhoeverAsksForTheFirst() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + servesWhatItIsSent() + "/"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("If-Match", "\"6\"")
                .header("if-match", "\"7\"")
                .build();

        try (var client =
                HttpClient.newBuilder().executor(Thread::startVirtualThread).build()) {
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("\"6\", \"7\"");
        }
    }

    @Test
    void makesOfTwoKeysOneThatIsMalformed() {
        headers.add("Idempotency-Key", "a").add("Idempotency-Key", "b");

        HeaderLines.join(headers);

        assertThat(headers.getAll("Idempotency-Key")).containsExactly("a, b");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        headers.add("If-None-Match", "W/\"7\"").add("Accept", "a/b").add("Accept", "c/d");

        HeaderLines.join(headers);

        assertThat(headers.getAll("If-None-Match")).containsExactly("W/\"7\"");
        assertThat(headers.getAll("Accept")).containsExactly("a/b", "c/d");
        assertThat(headers.names()).hasSize(2);
    }

    private int servesWhatItIsSent() {
        var router = Router.router(vertx);
        new HeaderLines().register(router);
        router.route().handler(request -> request.end(request.request().getHeader("If-Match")));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }
}
