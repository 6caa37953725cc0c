package dev.orderflow.devservices.drill.load;

import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Customers who come at a steady rate, however long others wait (an open loop), each in a thread of its own. */
public final class Load {

    private final OrderflowSystem system;
    private final long seed;
    private final int replicas;
    private final Queue<Purchase> purchases = new ConcurrentLinkedQueue<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final String operator;
    private final Merchant merchant;
    private final Phaser inside = new Phaser(1);
    private volatile boolean stopped;
    private volatile Instant closing = Instant.MAX;

    public Load(OrderflowSystem system, long seed, int replicas) {
        this.system = system;
        this.seed = seed;
        this.replicas = replicas;
        this.operator = system.token("drill-operator", null, "operator");
        this.merchant = new Merchant(system, seed, replicas);
    }

    /** Lets customers in until {@link #stop()}. */
    public void run(double perSecond) {
        Instant begin = Instant.now();
        Thread changes = Thread.ofVirtual().name("merchant").start(merchant::run);
        try {
            for (int number = 0; !stopped; number++) {
                Instant planned = begin.plus(Duration.ofNanos((long) (number / perSecond * 1e9)));
                Thread.sleep(Duration.between(Instant.now(), planned));
                enter(Script.of(seed, number));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            changes.interrupt();
        }
    }

    /** By sku, what the operator who changes products was told last. */
    public Map<String, String> products() {
        return merchant.told();
    }

    /** Nobody comes any more. */
    public void stop() {
        stopped = true;
    }

    /** Waits for those who are there; after so long they give up and say so. Each request ends within 15 s. */
    public List<Purchase> finish(Duration patience) {
        closing = Instant.now().plus(patience);
        inside.arriveAndAwaitAdvance();
        return List.copyOf(purchases);
    }

    /** How many have come. */
    public int arrived() {
        return arrived.get();
    }

    /** How many have nothing more to do. */
    public int served() {
        return purchases.size();
    }

    private void enter(Script script) {
        inside.register();
        arrived.incrementAndGet();
        Thread.ofVirtual().name("customer-" + script.number()).start(() -> {
            try {
                purchases.add(new Visit(script, storefront(script), backOffice(script)).go());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                inside.arriveAndDeregister();
            }
        });
    }

    private Storefront storefront(Script script) {
        return new Storefront(
                apis(
                        script,
                        tokens.computeIfAbsent(
                                script.customer(), customer -> system.token(customer, script.email(), "customer"))),
                this::isOpen);
    }

    private Storefront backOffice(Script script) {
        return new Storefront(apis(script, operator), this::isOpen);
    }

    /** Each replica of order, another one first for the next customer. */
    private List<Api> apis(Script script, String token) {
        return IntStream.range(0, replicas)
                .mapToObj(n -> 1 + (script.number() + n) % replicas)
                .map(replica -> new Api(system.endpoints().service(Service.ORDER, replica), token))
                .toList();
    }

    private boolean isOpen() {
        return Instant.now().isBefore(closing);
    }
}
