package dev.orderflow.notification.webhook;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.trace.Spans;
import dev.orderflow.notification.domain.Endpoint;
import dev.orderflow.notification.domain.HookAddress;
import dev.orderflow.notification.domain.HookAnswer;
import dev.orderflow.notification.persistence.Dispatch;
import dev.orderflow.notification.secret.SealedSecrets;
import dev.orderflow.notification.secret.UnreadableSecret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Calls an endpoint with a signed event. Whatever happens is an answer: the delivery decides what follows. */
@Singleton
class HookCall {

    private final HookSender sender;
    private final Crowd crowd;
    private final EventCodec json;
    private final SealedSecrets secrets;
    private final Set<String> trustedHosts;

    @Inject
    HookCall(HookSender sender, Crowd crowd, EventCodec json, SealedSecrets secrets, WebhookConfig config) {
        this.sender = sender;
        this.crowd = crowd;
        this.json = json;
        this.secrets = secrets;
        this.trustedHosts = config.trustedHosts().orElse(Set.of());
    }

    Uni<HookAnswer> make(Dispatch dispatch) {
        var endpoint = dispatch.endpoint();
        if (!dispatch.wanted() || endpoint == null) {
            return answer(new HookAnswer.Unwanted("opted-out"));
        }
        if (!endpoint.isOpen()) {
            return answer(new HookAnswer.Unwanted("endpoint-disabled"));
        }
        return HookAddress.of(endpoint.url(), trustedHosts)
                .map(address -> inTurn(dispatch, address))
                .orElseGet(() -> answer(new HookAnswer.Unreached("address-refused")));
    }

    private Uni<HookAnswer> inTurn(Dispatch dispatch, HookAddress address) {
        var endpoint = dispatch.endpoint();
        return crowd.join(endpoint.id())
                ? post(dispatch, endpoint, address).eventually(() -> crowd.leave(endpoint.id()))
                : answer(new HookAnswer.Busy());
    }

    private Uni<HookAnswer> post(Dispatch dispatch, Endpoint endpoint, HookAddress address) {
        var body = json.write(WebhookEvent.of(dispatch));
        return Spans.ofCall(
                        "POST to endpoint",
                        () -> sender.post(address, headers(dispatch, endpoint, body), Buffer.buffer(body)))
                .<HookAnswer>map(status -> new HookAnswer.Responded(endpoint.id(), status))
                .onFailure()
                .recoverWithItem(failure -> new HookAnswer.Unreached(why(failure)));
    }

    private MultiMap headers(Dispatch dispatch, Endpoint endpoint, String body) {
        var now = Instant.now();
        var signature = WebhookSignature.of(
                dispatch.id().toString(), now.getEpochSecond(), body, opened(dispatch, endpoint.secrets(now)));
        return WebhookHeaders.of(dispatch.id().toString(), now.getEpochSecond(), signature);
    }

    /** A replaced secret whose key is lost signs no more; the present one must be there. */
    private List<String> opened(Dispatch dispatch, List<String> sealed) {
        var customer = dispatch.customerId();
        var present = secrets.open(sealed.getFirst(), customer);
        var replaced = sealed.stream().skip(1).flatMap(old -> secrets.ifReadable(old, customer).stream());
        return Stream.concat(Stream.of(present), replaced).toList();
    }

    private static String why(Throwable failure) {
        return switch (failure) {
            case Destinations.Refused refused -> "address-refused";
            case UnknownHostException unknown -> "unknown-host";
            case TimeoutException late -> "no-answer-in-time";
            case SSLException tls -> "tls-failed";
            case UnreadableSecret unreadable -> "secret-unreadable";
            default -> "not-reached";
        };
    }

    private static Uni<HookAnswer> answer(HookAnswer answer) {
        return Uni.createFrom().item(answer);
    }
}
