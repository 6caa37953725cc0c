package dev.orderflow.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

    private static final String BOOK = "{\"title\":\"Emma\"}";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    @Test
    void believesWhatIsDescribed() {
        assertThat(liesOf("GET", "/books/1", answer(200, JSON, BOOK, "ETag", "\"7\"")))
                .isEmpty();
        assertThat(liesOf("GET", "/books/1", answer(404, PROBLEM, "{\"type\":\"/x\",\"status\":404,\"more\":1}")))
                .as("a problem may say more")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | application/json         | {"pages":1}              | "7"  | title
            200 | application/json         | {"title":"a","price":1}  | "7"  | price
            200 | application/json         | {"title":"a"}            | W/"7"| ETag is
            200 | application/json         | {"title":"a"}            |      | without ETag
            200 | text/html                | <p>                      | "7"  | media type
            201 | application/json         | {"title":"a"}            | "7"  | not described
            404 | application/problem+json | {"type":"/x","status":1} |      | status
            404 | application/problem+json | {"type":"/x","status":404} | "7" | with ETag
            500 | application/problem+json | {"type":"/x","status":500} |   | answered 500
            503 | application/problem+json | {"type":"/x","status":503} |   | answered 503""")
    void tellsWhatIsNot(int status, String type, String body, String tag, String told) {
        var answer = tag == null ? answer(status, type, body) : answer(status, type, body, "ETag", tag);

        assertThat(liesOf("GET", "/books/1", answer))
                .anySatisfy(lie -> assertThat(lie).contains(told));
    }

    @Test
    void holdsAllowToTheMethodsThatAreDescribed() {
        var some = answer(405, PROBLEM, "{}", "Allow", "GET, HEAD, OPTIONS");
        var more = answer(405, PROBLEM, "{}", "Allow", "DELETE, GET, HEAD, OPTIONS");

        assertThat(liesOf("PUT", "/books/1", some)).isEmpty();
        assertThat(liesOf("PUT", "/books/1", more)).isNotEmpty();
        assertThat(liesOf("PUT", "/books/1", answer(200, JSON, BOOK)))
                .as("nobody described it")
                .isNotEmpty();
    }

    @Test
    void readsAnAddressAsAServerHasTo() {
        assertThat(liesOf("POST", "/books/x/../new?a=b", answer(204, "", ""))).isEmpty();
        assertThat(liesOf("GET", "/books/new", answer(405, PROBLEM, "{}", "Allow", "OPTIONS, POST")))
                .as("nobody's book is called new")
                .isEmpty();
        assertThat(liesOf("GET", "/books/1/..", answer(404, PROBLEM, "{}"))).isEmpty();
        assertThat(liesOf("GET", "/books/%zz", answer(400, "", ""))).isEmpty();
        assertThat(liesOf("GET", "/books/1", answer(400, "", ""))).isNotEmpty();
    }

    private static List<String> liesOf(String method, String target, ApiAnswer answer) {
        return Truth.lies(Shelf.call("getBook"), new ApiRequest(method, target, List.of(), null), answer);
    }

    private static ApiAnswer answer(int status, String type, String body, String... header) {
        var headers = new HashMap<>(Map.of("content-type", List.of(type)));
        if (header.length > 0) {
            headers.put(header[0].toLowerCase(java.util.Locale.ROOT), List.of(header[1]));
        }
        return new ApiAnswer(status, headers, body);
    }
}
