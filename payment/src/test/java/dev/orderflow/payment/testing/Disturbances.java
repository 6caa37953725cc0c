package dev.orderflow.payment.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is to go wrong on the way to the provider, as a test has ordered it. */
final class Disturbances {

    private static final int LONGEST_HOLD_SECONDS = 30;

    private final AtomicInteger calls = new AtomicInteger();
    private String killAt = "";
    private int refusals;
    private String altered = "";
    private String into = "";
    private String heldStep = "";
    private CountDownLatch released = new CountDownLatch(0);

    /** For instance {@code kill/after-confirm}, {@code hold/confirm}, {@code release}, {@code refuse/3}. */
    synchronized void order(String command) {
        var words = List.of(command.split("/"));
        switch (words.getFirst()) {
            case "kill" -> killAt = words.get(1);
            case "hold" -> hold(words.get(1));
            case "release" -> released.countDown();
            case "refuse" -> refusals = Integer.parseInt(words.get(1));
            case "alter" -> alter(words.get(1), words.get(2));
            default -> throw new IllegalArgumentException(command);
        }
    }

    private void hold(String step) {
        heldStep = step;
        released = new CountDownLatch(1);
    }

    private void alter(String what, String by) {
        altered = what;
        into = by;
    }

    /** Once. */
    synchronized boolean isDeadly(String moment) {
        boolean due = killAt.equals(moment);
        killAt = due ? "" : killAt;
        return due;
    }

    synchronized boolean refuses(String step) {
        boolean due = step.equals("refund") && refusals > 0;
        refusals -= due ? 1 : 0;
        return due;
    }

    /** The body that reaches the provider; only what is created is altered. */
    synchronized byte[] body(String step, byte[] sent) {
        calls.incrementAndGet();
        if (altered.isEmpty() || !step.equals("create")) {
            return sent;
        }
        var body = new String(sent, StandardCharsets.UTF_8);
        var parts = altered.split("\\+");
        for (int part = 0; part < parts.length; part++) {
            body = body.replace(parts[part], into.split("\\+")[part]);
        }
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps an answer back until it is released. */
    void holdBack(String step) throws InterruptedException {
        CountDownLatch gate;
        synchronized (this) {
            gate = step.equals(heldStep) ? released : new CountDownLatch(0);
        }
        gate.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS);
    }

    int calls() {
        return calls.get();
    }
}
