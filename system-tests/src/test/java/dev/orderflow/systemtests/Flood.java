package dev.orderflow.systemtests;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Customers who order one piece after the other without a pause, and heed no Retry-After. */
final class Flood {

    /** @param lasted how long it was let run */
    record Outcome(Map<String, Integer> answers, List<String> orders, List<String> withoutRetryAfter, Duration lasted) {

        double acceptedPerSecond() {
            return orders.size() * 1e9 / lasted.toNanos();
        }

        double askedPerSecond() {
            return answers.values().stream().mapToInt(Integer::intValue).sum() * 1e9 / lasted.toNanos();
        }

        @Override
        public String toString() {
            return "%.0f/s asked, %.0f/s accepted, answers %s"
                    .formatted(askedPerSecond(), acceptedPerSecond(), new TreeMap<>(answers));
        }
    }

    private final String sku;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> orders = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> withoutRetryAfter = new ConcurrentLinkedQueue<>();

    private Flood(String sku) {
        this.sku = sku;
    }

    static Outcome of(TestSystem system, String sku, int customers, Duration duration) {
        var flood = new Flood(sku);
        var began = System.nanoTime();
        flood.run(system, customers, began + duration.toNanos());
        var lasted = Duration.ofNanos(System.nanoTime() - began);
        return new Outcome(
                Map.copyOf(flood.answers), List.copyOf(flood.orders), List.copyOf(flood.withoutRetryAfter), lasted);
    }

    private void run(TestSystem system, int customers, long end) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (int n = 0; n < customers; n++) {
                var shop = new Shop(system, "flood-" + n + "-" + UUID.randomUUID());
                all.add(() -> orderUntil(shop, end));
            }
            for (var customer : threads.invokeAll(all)) {
                customer.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Void orderUntil(Shop shop, long end) {
        while (System.nanoTime() < end) {
            try {
                note(shop.place(NewOrder.of(sku)));
            } catch (UncheckedIOException nothing) {
                count(nothing.getCause().getClass().getSimpleName());
            }
        }
        return null;
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
