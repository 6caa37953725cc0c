package dev.orderflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page comes from here alone, and a browser is told to take nothing else. */
@QuarkusTest
class PageIT {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:src|href)=\"([^\"#]+)\"|from '([^']+)'|import '([^']+)'|import\\('([^']+)'\\)");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=");

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource
    URI console;

    @Test
    void allowsNothingButItsOwnFiles() throws Exception {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContainPattern(INLINE);
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(page.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cache-control", List.of("no-cache"));
    }

    @Test
    void hasEveryFileThatItNames() throws Exception {
        var open = new ArrayDeque<>(List.of(URI.create("/")));
        Set<URI> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            var file = open.poll();
            var answer = get(file.toString());
            assertThat(answer.statusCode()).as("%s", file).isEqualTo(200);
            var references = REFERENCE.matcher(answer.body());
            while (references.find()) {
                var named = file.resolve(group(references));
                assertThat(named.isAbsolute()).as("%s names %s", file, named).isFalse();
                if (seen.add(named)) {
                    open.add(named);
                }
            }
        }
        assertThat(seen).as("the page's files").hasSizeGreaterThan(10);
    }

    @Test
    void isAskedForAgainAndSentOnce() throws Exception {
        var first = get("/css/console.css");
        var modified = first.headers().firstValue("last-modified").orElseThrow();

        var second = http.send(
                HttpRequest.newBuilder(console.resolve("/css/console.css"))
                        .header("If-Modified-Since", modified)
                        .build(),
                BodyHandlers.ofString());

        assertThat(second.statusCode()).isEqualTo(304);
    }

    private static String group(java.util.regex.Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalStateException(found.group());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(console.resolve(path)).build(), BodyHandlers.ofString());
    }
}
