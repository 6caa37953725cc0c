package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A customer who orders without a pause, several orders at once, through a load balancer: each request goes to the next
 * replica that is ready, as its probe last said. A refused connection is left for another; anything else but 201 is a
 * failure.
 */
final class Load implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);

    private final TestSystem system;
    private final List<Replica> replicas;
    private final String customer;
    private final NewOrder order;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> placed = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean ended;

    private Load(TestSystem system, String sku, List<String> replicas) {
        this.system = system;
        this.customer = "load-" + UUID.randomUUID();
        this.order = NewOrder.of(sku);
        this.replicas = replicas.stream().map(Replica::new).toList();
    }

    static Load on(TestSystem system, String sku, List<String> replicas) {
        var load = new Load(system, sku, replicas);
        load.replicas.forEach(replica -> load.threads.add(Thread.startVirtualThread(replica::probe)));
        for (int n = 0; n < AT_ONCE; n++) {
            load.threads.add(Thread.startVirtualThread(load::run));
        }
        return load;
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
            var replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
            if (replica.ready) {
                placeAt(replica);
            } else if (replicas.stream().noneMatch(each -> each.ready)) {
                pause();
            }
        }
    }

    private void placeAt(Replica replica) {
        try {
            var answer = replica.shop.place(order);
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

    private final class Replica {

        private final Shop shop;
        private final String health;
        private volatile boolean ready = true;

        Replica(String process) {
            this.shop = new Shop(system, customer, process);
            this.health = system.url(process) + "/q/health/ready";
        }

        void probe() {
            while (!ended) {
                ready = isReady();
                pause();
            }
        }

        private boolean isReady() {
            try {
                return system.http().get(health, null).status() == 200;
            } catch (UncheckedIOException away) {
                return false;
            }
        }
    }

    /** The distance between two probes is what a load balancer has; nothing is waited for. */
    private static void pause() {
        LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
    }
}
