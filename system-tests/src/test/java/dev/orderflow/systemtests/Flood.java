package dev.orderflow.systemtests;

import java.io.UncheckedIOException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Customers who order one piece each time, and heed no Retry-After. */
final class Flood {

    /**
     * @param answers how often which
     * @param unheard those that order never heard of, because it took no connection for them
     * @param lasted from the first to the last that was sent
     */
    record Outcome(
            Map<String, Integer> answers,
            List<String> orders,
            List<String> withoutRetryAfter,
            int unheard,
            Duration lasted) {

        double acceptedPerSecond() {
            return orders.size() * 1e9 / lasted.toNanos();
        }

        /** Of those that order heard of. */
        double askedPerSecond() {
            return answers.values().stream().mapToInt(Integer::intValue).sum() * 1e9 / lasted.toNanos();
        }

        @Override
        public String toString() {
            return "%.1f/s asked, %.1f/s accepted, answers %s, %d unheard"
                    .formatted(askedPerSecond(), acceptedPerSecond(), new TreeMap<>(answers), unheard);
        }
    }

    private final String sku;
    private final List<Shop> shops;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> orders = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> withoutRetryAfter = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unheard = new AtomicInteger();

    private Flood(TestSystem system, String sku, int customers) {
        this.sku = sku;
        this.shops = IntStream.range(0, customers)
                .mapToObj(n -> new Shop(system, "flood-" + n + "-" + UUID.randomUUID()))
                .toList();
    }

    /** A closed loop: each customer orders again when he has his answer, and no sooner. */
    static Outcome closed(TestSystem system, String sku, int customers, Duration duration) {
        var flood = new Flood(system, sku, customers);
        return flood.run(threads -> {
            var end = System.nanoTime() + duration.toNanos();
            flood.shops.forEach(shop -> threads.submit(() -> flood.orderUntil(shop, end)));
            await(end);
        });
    }

    /** An open loop: so many a second, whatever has become of the earlier ones, of one customer after the other. */
    static Outcome open(TestSystem system, String sku, int customers, double perSecond, Duration duration) {
        var flood = new Flood(system, sku, customers);
        var total = (int) Math.ceil(perSecond * duration.toSeconds());
        return flood.run(threads -> {
            var began = System.nanoTime();
            for (int n = 0; n < total; n++) {
                var shop = flood.shops.get(n % customers);
                await(began + (long) (n * 1e9 / perSecond));
                threads.submit(() -> flood.order(shop));
            }
        });
    }

    /** Returns when all are answered. */
    private Outcome run(Consumer<ExecutorService> sending) {
        var began = System.nanoTime();
        long ended;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            sending.accept(threads);
            ended = System.nanoTime();
        }
        var lasted = Duration.ofNanos(ended - began);
        return new Outcome(
                Map.copyOf(answers), List.copyOf(orders), List.copyOf(withoutRetryAfter), unheard.get(), lasted);
    }

    private static void await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void orderUntil(Shop shop, long end) {
        while (System.nanoTime() < end) {
            order(shop);
        }
    }

    private void order(Shop shop) {
        try {
            note(shop.place(NewOrder.of(sku)));
        } catch (UncheckedIOException nothing) {
            if (nothing.getCause() instanceof HttpConnectTimeoutException) {
                unheard.incrementAndGet();
            } else {
                count(nothing.getCause().getClass().getSimpleName());
            }
        } catch (RuntimeException | AssertionError odd) {
            count(odd.toString());
        }
    }

    private void note(Answer answer) {
        if (answer.status() == 201) {
            orders.add(answer.json().get("id").asText());
            count("201");
        } else {
            count(answer.status() + " " + answer.problem());
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                withoutRetryAfter.add(answer.body());
            }
        }
    }

    private void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }
}
