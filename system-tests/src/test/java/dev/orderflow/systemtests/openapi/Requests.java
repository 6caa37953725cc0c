package dev.orderflow.systemtests.openapi;

import dev.orderflow.systemtests.openapi.ApiRequest.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requests for one operation from its description: valid, nearly valid and wild ones. A generator of our own: the libraries
 * that there are for Java (swagger-request-validator, jqwik-based ones) either only check, or know OpenAPI 3.0 alone, and
 * none sends what an HTTP client refuses to send.
 */
final class Requests {

    private final ApiCall call;
    private final Sender sender;
    private final Bodies bodies;

    Requests(ApiCall call, Sender sender) {
        this.call = call;
        this.sender = sender;
        this.bodies = new Bodies(call, sender.body());
    }

    /** @param hopeless whether something in it must be wrong for certain */
    ApiRequest make(Random random, boolean hopeless) {
        int flaw = hopeless ? flaw(random) : -1;
        var method = method(random, hopeless);
        var headers = new ArrayList<Field>();
        token(random, flaw == 0 && call.needsToken() || flaw == 3, headers);
        boolean spoiled = flaw == 1 || flaw == 2;
        var target = path(random, spoiled || !call.takesBody() && hopeless) + query(random, spoiled);
        headers(random, headers);
        var body = body(random, hopeless && flaw != 0, headers);
        if (!hopeless && random.nextInt(4) != 0) {
            headers.addAll(sender.signer().apply(body));
        }
        return new ApiRequest(method, target, headers, body);
    }

    /** 0 and 3: the token, 1 and 2: what is asked for. A command without a body may be right whatever its address says. */
    private int flaw(Random random) {
        boolean anyAddressMayDo = !call.takesBody() && !call.method().equals("GET");
        return anyAddressMayDo ? 0 : random.nextInt(4);
    }

    private String method(Random random, boolean hopeless) {
        if (random.nextInt(25) != 0) {
            return call.method().equals("GET") && random.nextInt(30) == 0 ? "HEAD" : call.method();
        }
        var described = call.api().calls().stream()
                .filter(other -> other.path().equals(call.path()))
                .map(ApiCall::method)
                .toList();
        var others = Oddities.METHODS.stream()
                .filter(method -> !described.contains(method))
                .toList();
        return Wild.one(others, random);
    }

    private void token(Random random, boolean wrong, List<Field> headers) {
        int die = wrong ? random.nextInt(3) : random.nextInt(20);
        if (die == 0) {
            return;
        }
        boolean strange = die == 1 && !sender.strangers().isEmpty();
        var value = die == 2
                ? Wild.one(Oddities.TOKENS, random)
                : strange
                        ? bearer(sender.strangers(), random)
                        : wrong ? "Bearer none" : bearer(sender.tokens(), random);
        if (!value.isEmpty()) {
            headers.add(new Field("Authorization", value));
        }
    }

    private static String bearer(List<String> tokens, Random random) {
        return tokens.isEmpty() ? "" : "Bearer " + Wild.one(tokens, random);
    }

    private String path(Random random, boolean wild) {
        var path = call.path();
        for (var parameter : call.parameters("path")) {
            boolean real = !wild && random.nextInt(4) != 0;
            var known = sender.values().getOrDefault(parameter.name(), List.of());
            var value = real && !known.isEmpty() ? encoded(Wild.one(known, random)) : segment(random);
            path = path.replace("{" + parameter.name() + "}", value);
        }
        return random.nextInt(60) == 0 ? path + Wild.one(List.of("/", "//", ";a=b", "/..", "%2f"), random) : path;
    }

    /** Never empty, which would be another address. */
    private static String segment(Random random) {
        var text = Wild.text(random);
        var value = random.nextInt(8) == 0
                ? Wild.one(List.of("%ff%fe", "%", "%zz", "..", "a%2fb", "%252e", "~", "a+b"), random)
                : encoded(text);
        return value.isEmpty() ? "%20" : value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String query(Random random, boolean wild) {
        var pairs = new ArrayList<String>();
        for (var parameter : call.parameters("query")) {
            int die = wild ? random.nextInt(2) : random.nextInt(4);
            if (die == 0) {
                pairs.add(parameter.name() + "=" + encoded(Wild.text(random)));
            } else if (die == 1 && !parameter.example().isMissingNode() && !wild) {
                pairs.add(parameter.name() + "=" + encoded(parameter.example().asText()));
            }
        }
        if (random.nextInt(15) == 0) {
            pairs.add(Wild.one(
                    List.of("limit=1&limit=x", "unknown=1", "=", "&&", "%", "a=%ff", "cursor", "%00=1"), random));
        }
        return pairs.isEmpty() ? "" : pairs.stream().collect(Collectors.joining("&", "?", ""));
    }

    private void headers(Random random, List<Field> headers) {
        for (var parameter : call.parameters("header")) {
            header(parameter.name(), random).ifPresent(value -> headers.add(new Field(parameter.name(), value)));
        }
        if (random.nextInt(6) == 0) {
            headers.add(new Field("Accept", Wild.one(Oddities.ACCEPTS, random)));
        }
        if (random.nextInt(8) == 0) {
            headers.add(Wild.one(Oddities.FIELDS, random));
        }
    }

    private java.util.Optional<String> header(String name, Random random) {
        if (random.nextInt(3) == 0) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                switch (name) {
                    case "Idempotency-Key" ->
                        random.nextInt(3) == 0
                                ? Wild.one(Oddities.KEYS, random)
                                : "\"fuzz-" + random.nextInt(400) + "\"";
                    case "If-Match", "If-None-Match" -> Wild.one(Oddities.TAGS, random);
                    default -> Wild.one(List.of("x", "t=1,v1=00", "hmac-sha256-hex=00", "é", ",,"), random);
                });
    }

    private String body(Random random, boolean wrong, List<Field> headers) {
        if (random.nextInt(200) == 0 && headers.stream().noneMatch(Requests::waits)) {
            return Oddities.TOO_LARGE;
        }
        if (!call.takesBody()) {
            return random.nextInt(20) == 0 && !call.method().equals("GET") ? ApiRequest.bytes(Wild.body(random)) : null;
        }
        var types = call.requestTypes();
        var type = random.nextInt(wrong ? 6 : 14) == 0
                ? Wild.one(Oddities.TYPES, random)
                : Wild.one(types, random).replace("*/*", "application/json");
        if (random.nextInt(40) != 0) {
            headers.add(new Field("Content-Type", type));
        }
        return Stream.generate(() -> wrong ? wrongContent(random) : content(random))
                .filter(sender.harmless())
                .findFirst()
                .orElseThrow();
    }

    /** Who asks first whether a body may come does not send one that may not: its answer would be lost in a broken connection. */
    private static boolean waits(Field field) {
        return field.name().equalsIgnoreCase("Expect");
    }

    private String content(Random random) {
        int die = random.nextInt(20);
        if (die < 6) {
            return ApiRequest.bytes(bodies.valid(random));
        }
        return die < 17 ? ApiRequest.bytes(bodies.nearlyValid(random)) : Wild.body(random);
    }

    private String wrongContent(Random random) {
        return Stream.generate(() -> random.nextInt(5) == 0 ? Wild.body(random) : bodies.nearlyValid(random))
                .filter(bodies::isWrong)
                .map(body -> ApiRequest.bytes(body))
                .findFirst()
                .orElseThrow();
    }
}
