package dev.orderflow.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class BodyLimitIT {

    @TestHTTPResource("/samples")
    URI samples;

    @Test
    void readsABodyWithinTheLimit() throws Exception {
        assertThat(post(BodyPublishers.ofByteArray(body(900_000))).statusCode()).isEqualTo(200);
        assertThat(post(undeclared(900_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesADeclaredLengthOverTheLimit() throws Exception {
        assertTooLarge(post(BodyPublishers.ofByteArray(body(2_000_000))));
    }

    @Test
    void refusesAnUndeclaredLengthOverTheLimit() throws Exception {
        assertTooLarge(post(undeclared(2_000_000)));
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("/problems/request-too-large");
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(samples)
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static HttpRequest.BodyPublisher undeclared(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(length)));
    }

    private static byte[] body(int length) {
        String note = "x".repeat(length - 60);
        return "{\"items\":[{\"sku\":\"A\",\"quantity\":1}],\"note\":\"%s\"}"
                .formatted(note)
                .getBytes();
    }
}
