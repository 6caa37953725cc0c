package dev.orderflow.systemtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The stock gate from outside: what is in Redis, and what order says that the gate said. */
final class Gate {

    private static final Pattern COUNTER =
            Pattern.compile("orderflow_order_gate_total\\{.*?outcome=\"(\\w+)\".*?\\} ([0-9.E]+)");

    private final TestSystem system;

    Gate(TestSystem system) {
        this.system = system;
    }

    void forgetsEverything() {
        command("FLUSHALL");
    }

    /** Pieces of this product in holds. */
    int held(String sku) {
        var held = command("HGET {stock}:held " + sku);
        return held == null ? 0 : Integer.parseInt(held);
    }

    /** Pieces of all products in holds. */
    int held() {
        return Arrays.stream(command("EVAL \"return table.concat(redis.call('HVALS','{stock}:held'),',')\" 0")
                        .split(","))
                .filter(count -> !count.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** How often the gate said what, since order's start. */
    Map<String, Integer> outcomes() {
        var metrics =
                system.http().get(system.url("order") + "/q/metrics", null).body();
        return COUNTER.matcher(metrics).results().collect(Collectors.toMap(counter -> counter.group(1), counter ->
                (int) Double.parseDouble(counter.group(2))));
    }

    Map<String, Integer> since(Map<String, Integer> before) {
        var now = new HashMap<>(outcomes());
        now.replaceAll((outcome, count) -> count - before.getOrDefault(outcome, 0));
        return now;
    }

    /** Redis takes commands as plain lines too. */
    private String command(String line) {
        var address = URI.create(system.url("redis"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return value(answers.readLine(), answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String head, BufferedReader more) throws IOException {
        return switch (head.charAt(0)) {
            case '+', ':' -> head.substring(1);
            case '$' -> head.equals("$-1") ? null : more.readLine();
            default -> throw new AssertionError(head);
        };
    }
}
