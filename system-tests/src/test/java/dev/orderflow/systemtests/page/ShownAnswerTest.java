package dev.orderflow.systemtests.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownAnswerTest {

    private static final String OUTPUT = """
            HTTP/1.1 200 OK\r
            Content-Type: application/json;charset=UTF-8\r
            ETag: "1"\r
            \r
            {"id":"a-7","status":"PENDING","items":[{"sku":"x","quantity":2},{"sku":"y","quantity":1}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\n\n{…}",
                "HTTP/1.1 200 …\netag: \"1\"\ncontent-type: application/json…\n\n{\"id\": \"a-…\", …}",
                "HTTP/1.1 200 OK\n\n{\"status\": \"PENDING\", \"items\": [{\"sku\": \"x\", …}, …], …}",
                "HTTP/1.1 200 OK\n\n{\"id\": \"…\", \"status\": \"PENDING\", \"items\": […]}"
            })
    void hasWhatIsShown(String shown) {
        assertThat(new ShownAnswer(shown).missingIn(OUTPUT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 201 Created\n\n{…}",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\netag: \"2\"\n\n{…}",
                "HTTP/1.1 200 OK\nlocation: …\n\n{…}",
                "HTTP/1.1 200 OK\n\n{\"id\": \"a-7\"}",
                "HTTP/1.1 200 OK\n\n{\"id\": \"b-…\", …}",
                "HTTP/1.1 200 OK\n\n{\"total\": \"…\", …}",
                "HTTP/1.1 200 OK\n\n{\"items\": [{\"sku\": \"x\", …}], …}",
                "HTTP/1.1 200 OK\n\n{\"items\": [{\"sku\": \"y\", …}, …], …}",
                "HTTP/1.1 200 OK\n\n[…]"
            })
    void hasNotWhatIsShown(String shown) {
        assertThat(new ShownAnswer(shown).missingIn(OUTPUT)).isNotEmpty();
    }

    @Test
    void linesStandInTheirOrder() {
        assertThat(new ShownAnswer("id: 1\nevent: B").missingIn("id: 1\ndata: x\n\nevent: B\n"))
                .isEmpty();
        assertThat(new ShownAnswer("event: B\nid: 1").missingIn("id: 1\ndata: x\n\nevent: B\n"))
                .containsExactly("id: 1");
    }
}
