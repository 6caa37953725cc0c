package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A customer who orders without a pause, several orders at once, at each replica in turn. A replica that refuses the
 * connection is left for the next, as a load balancer does; anything else but 201 is a failure.
 */
final class Load implements AutoCloseable {

    private static final int AT_ONCE = 4;

    private final List<Shop> replicas;
    private final String customer;
    private final NewOrder order;
    private final List<Thread> threads;
    private final Queue<String> placed = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean ended;

    private Load(TestSystem system, String sku, List<String> replicas) {
        this.customer = "load-" + UUID.randomUUID();
        this.order = NewOrder.of(sku);
        this.replicas = replicas.stream()
                .map(replica -> new Shop(system, customer, replica))
                .toList();
        this.threads = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> Thread.startVirtualThread(this::run))
                .toList();
    }

    static Load on(TestSystem system, String sku, List<String> replicas) {
        return new Load(system, sku, replicas);
    }

    String customer() {
        return customer;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** So many more than by now. */
    void awaitPlaced(int more) {
        int goal = placed.size() + more;
        await().atMost(Duration.ofSeconds(60)).until(() -> placed.size() >= goal);
    }

    /** The ids of all that were accepted. */
    List<String> end() throws InterruptedException {
        close();
        return List.copyOf(placed);
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    private void run() {
        while (!ended) {
            placeOne();
        }
    }

    private void placeOne() {
        var shop = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
        try {
            var answer = shop.place(order);
            if (answer.status() == 201) {
                placed.add(answer.json().get("id").asText());
            } else {
                failures.add(answer.status() + " " + answer.body());
            }
        } catch (UncheckedIOException away) {
            if (!(away.getCause() instanceof ConnectException)) {
                failures.add(away.getCause().toString());
            }
        }
    }
}
