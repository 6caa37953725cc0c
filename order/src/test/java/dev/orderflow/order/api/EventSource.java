package dev.orderflow.order.api;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/** Reads a stream as a browser does, and keeps all that it was sent. */
final class EventSource implements AutoCloseable, Subscriber<String> {

    /** What a browser would dispatch. */
    record Event(String id, String name, JsonObject data) {

        long version() {
            return Long.parseLong(id);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Thread::startVirtualThread)
            .build();
    private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Void>> answer;
    private String id;
    private String name;
    private String data;

    private EventSource(URI uri, String... headers) {
        var request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        this.answer = client.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(this));
    }

    static EventSource open(URI uri, String... headers) {
        return new EventSource(uri, headers);
    }

    /** At least this many, in the order of their arrival. */
    List<Event> atLeast(int count) {
        await("event " + count + " of " + events).atMost(PATIENCE).until(() -> events.size() >= count);
        return List.copyOf(events);
    }

    /** All of them, once the server has ended the stream. */
    List<Event> all() {
        await("end").atMost(PATIENCE).until(ended::isDone);
        return List.copyOf(events);
    }

    List<String> comments() {
        return comments;
    }

    boolean isOpen() {
        return subscribed.isDone() && !ended.isDone();
    }

    /** Of an answer that has no stream, or an ended one. */
    int status() {
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().statusCode();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscribed.complete(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith(":")) {
            comments.add(line);
        } else if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            name = line.substring(7);
        } else if (line.startsWith("data: ")) {
            data = line.substring(6);
        }
    }

    private void dispatch() {
        if (data != null) {
            events.add(new Event(id, name, new JsonObject(data)));
        }
        name = null;
        data = null;
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ended.complete(null);
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
