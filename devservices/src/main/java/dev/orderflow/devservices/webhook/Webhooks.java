package dev.orderflow.devservices.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Delivers events to one receiver: at least once, in no particular order, again after 1, 2, 4 … 60 seconds until it
 * answers 2xx or three days are over, as the real parties do. What is not delivered yet must be handed in again after a
 * restart. A receiver that has several replicas hears of the events in turn, and where nobody listens the next one does:
 * the load balancer that real parties call is played here as well.
 */
public final class Webhooks {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final int CONCURRENCY = 32;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Semaphore permits = new Semaphore(CONCURRENCY);
    private final Signature signature;
    private final Consumer<String> onDelivered;
    private final Duration firstPause;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<URI> replicas;

    /**
     * @param replicas the receiver's URL at each of them; none if nobody is to be told yet
     * @param onDelivered is told the id of each event that was taken
     */
    public Webhooks(List<URI> replicas, Signature signature, Consumer<String> onDelivered) {
        this(replicas, signature, onDelivered, FIRST_PAUSE);
    }

    Webhooks(List<URI> replicas, Signature signature, Consumer<String> onDelivered, Duration firstPause) {
        this.replicas = List.copyOf(replicas);
        this.signature = signature;
        this.onDelivered = onDelivered;
        this.firstPause = firstPause;
    }

    /** From now on events go here; those that wait for their next attempt as well. */
    public void target(URI url) {
        replicas = List.of(url);
    }

    /** Begins to deliver, in the background. */
    public void deliver(String id, String body) {
        Thread.ofVirtual().name("webhook-" + id).start(() -> deliverUntilTaken(id, body));
    }

    private void deliverUntilTaken(String id, String body) {
        long giveUp = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        Duration pause = firstPause;
        try {
            while (!attempt(id, body)) {
                if (System.nanoTime() - giveUp > 0) {
                    System.out.println("webhook " + id + " is given up");
                    return;
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            onDelivered.accept(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(String id, String body) throws InterruptedException {
        List<URI> urls = inTurn();
        if (urls.isEmpty()) {
            return false;
        }
        permits.acquire();
        try {
            int status = sendToFirstThatListens(urls, body);
            return taken(id, "status " + status, status / 100 == 2);
        } catch (IOException e) {
            return taken(id, e.toString(), false);
        } finally {
            permits.release();
        }
    }

    private List<URI> inTurn() {
        List<URI> urls = new ArrayList<>(replicas);
        Collections.rotate(urls, turn.getAndIncrement());
        return urls;
    }

    /** One that was reached may have taken it, whatever became of its answer: it is asked again later, as by others. */
    private int sendToFirstThatListens(List<URI> urls, String body) throws IOException, InterruptedException {
        for (URI url : urls.subList(0, urls.size() - 1)) {
            try {
                return send(url, body);
            } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
                // The next one may be there.
            }
        }
        return send(urls.getLast(), body);
    }

    private int send(URI url, String body) throws IOException, InterruptedException {
        return client.send(request(url, body), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean taken(String id, String answer, boolean taken) {
        if (!taken) {
            System.out.println("webhook " + id + " was not taken: " + answer);
        }
        return taken;
    }

    private HttpRequest request(URI url, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signature.headers(url, body).forEach(request::header);
        return request.build();
    }
}
