package dev.orderflow.systemtests;

import static java.util.stream.Collectors.toMap;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Many customers who want one piece each. Each sends its request until it is accepted or sold out: what is overloaded
 * (503) or away, or has the request in hand (409), is asked again with the same key, as a storefront would.
 */
final class FlashSale {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String sku;
    private final List<Shop> customers;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Semaphore crowd;
    private final CountDownLatch half;
    private final CountDownLatch halfWayDone = new CountDownLatch(1);

    /** @param atOnce how many customers ask in the same moment */
    FlashSale(TestSystem system, String sku, int customers, int atOnce) {
        this.sku = sku;
        this.crowd = new Semaphore(atOnce);
        this.customers = IntStream.range(0, customers)
                .mapToObj(n -> new Shop(system, "flash-" + n + "-" + UUID.randomUUID()))
                .toList();
        this.half = new CountDownLatch(customers / 2);
    }

    /**
     * Returns when each has been told.
     *
     * @param halfWay is done as soon as half of them have been; who begins later waits for it
     * @return the orders of those who were lucky, and whose they are
     */
    Map<String, Shop> run(Runnable halfWay) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                half.await();
                try {
                    halfWay.run();
                } finally {
                    halfWayDone.countDown();
                }
                return null;
            });
            var orders = threads.invokeAll(customers.stream()
                    .<Callable<Optional<String>>>map(customer -> () -> buyInTurn(customer))
                    .toList());
            return IntStream.range(0, customers.size())
                    .filter(n -> result(orders.get(n)).isPresent())
                    .boxed()
                    .collect(toMap(n -> result(orders.get(n)).get(), customers::get));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String sku() {
        return sku;
    }

    /** How often which answer was given: a status, with the problem's name if it is one; or why there was none. */
    Map<String, Integer> answers() {
        return Map.copyOf(answers);
    }

    private Optional<String> buyInTurn(Shop customer) throws InterruptedException {
        crowd.acquire();
        try {
            if (half.getCount() == 0) {
                halfWayDone.await();
            }
            return buy(customer);
        } finally {
            crowd.release();
        }
    }

    private Optional<String> buy(Shop customer) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = ask(customer, key);
            if (answer.filter(FlashSale::isDecided).isPresent()) {
                half.countDown();
                return answer.filter(it -> it.status() == 201)
                        .map(it -> it.json().get("id").asText());
            }
            TimeUnit.MILLISECONDS.sleep(answer.map(FlashSale::retryAfter).orElse(1000L));
        }
        throw new AssertionError("a customer was never told; answers: " + answers);
    }

    private Optional<Answer> ask(Shop customer, String key) {
        try {
            var answer = customer.place(NewOrder.of(sku), key);
            answers.merge(name(answer), 1, Integer::sum);
            return Optional.of(answer);
        } catch (UncheckedIOException away) {
            answers.merge(away.getCause().getClass().getSimpleName(), 1, Integer::sum);
            return Optional.empty();
        }
    }

    private static boolean isDecided(Answer answer) {
        var said = name(answer);
        return said.equals("201") || said.equals("409 out-of-stock");
    }

    private static String name(Answer answer) {
        return answer.status() < 400 ? "" + answer.status() : answer.status() + " " + answer.problem();
    }

    private static long retryAfter(Answer answer) {
        return answer.headers().firstValueAsLong("Retry-After").stream()
                .map(TimeUnit.SECONDS::toMillis)
                .findFirst()
                .orElse(50);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
