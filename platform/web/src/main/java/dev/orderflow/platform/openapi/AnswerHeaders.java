package dev.orderflow.platform.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The header fields that an answer has because of what it is. Others are named by their resource. */
final class AnswerHeaders {

    private static final String REPLAYED = "Idempotency-Replayed";

    private AnswerHeaders() {}

    /** ETag and Location can be referred to by their names. */
    static void describe(Components components, Collection<Call> calls) {
        components.addHeader(HttpHeaders.ETAG, tag());
        components.addHeader(HttpHeaders.LOCATION, location());
        calls.forEach(AnswerHeaders::describe);
    }

    private static void describe(Call call) {
        if (call.isIdempotent()) {
            call.successes().forEach(answer -> answer.addHeader(REPLAYED, replayed()));
        }
        if (call.isTagged()) {
            call.successes().forEach(answer -> answer.addHeader(HttpHeaders.ETAG, sameTag()));
            call.answer("304").ifPresent(answer -> answer.addHeader(HttpHeaders.ETAG, sameTag()));
        }
    }

    static Map<String, Header> ofRefusal(int status) {
        return switch (status) {
            case 401 -> Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge());
            case 403 -> Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge().required(false));
            case 426 -> Map.of("Upgrade", header("^websocket$", "What is spoken there instead"));
            case 429, 503 ->
                Map.of(HttpHeaders.RETRY_AFTER, header("^[1-9][0-9]*$", "Seconds until it is worth another try"));
            default -> Map.of();
        };
    }

    private static Header challenge() {
        return header("^Bearer", "What token is needed (RFC 6750)");
    }

    private static Header tag() {
        return header("^\"[0-9]+\"$", "The version, for If-Match and If-None-Match");
    }

    private static Header sameTag() {
        return OASFactory.createHeader().ref(HttpHeaders.ETAG);
    }

    private static Header location() {
        return header("^/", "Where it is, relative to the service");
    }

    private static Header replayed() {
        return header("^true$", "Only on an answer that an earlier request with this key was given")
                .required(false);
    }

    private static Header header(String pattern, String description) {
        var schema = OASFactory.createSchema().addType(SchemaType.STRING).pattern(pattern);
        return OASFactory.createHeader().description(description).required(true).schema(schema);
    }
}
