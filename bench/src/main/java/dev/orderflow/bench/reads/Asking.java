package dev.orderflow.bench.reads;

import dev.orderflow.bench.load.Request;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Makes calls of readers with their tokens, which are signed once each. */
final class Asking {

    private static final String CURSOR_SEPARATOR = "\u001f";
    private static final int OPERATORS = 8;

    private final OrderflowSystem system;
    private final Map<String, String> tokens = new HashMap<>();
    private int turn;

    Asking(OrderflowSystem system) {
        this.system = system;
    }

    Request customer(Service service, String customer, String path) {
        return customer(service, customer, path, Map.of());
    }

    Request customer(Service service, String customer, String path, Map<String, String> headers) {
        return get(service, path, headers, token(customer, "customer"));
    }

    Request operator(Service service, String path) {
        return get(service, path, Map.of(), token("bench-operator-" + turn++ % OPERATORS, "operator"));
    }

    private Request get(Service service, String path, Map<String, String> headers, String token) {
        var all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        return Request.get(system.url(service) + path, all);
    }

    private String token(String subject, String group) {
        return tokens.computeIfAbsent(subject, _ -> system.token(subject, null, group));
    }

    /** As a page's "next" would name it: the API's cursors are opaque, but these pages are too deep to walk to. */
    static String cursor(Object... key) {
        var parts = new String[key.length];
        for (int n = 0; n < key.length; n++) {
            parts[n] = key[n].toString();
        }
        var text = String.join(CURSOR_SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return "cursor=" + Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static String parameter(String name, Object value) {
        return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
