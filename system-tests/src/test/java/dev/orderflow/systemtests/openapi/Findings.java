package dev.orderflow.systemtests.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not as described, once per kind, each with a request that shows it; told at once. */
public final class Findings {

    private static final int KIND = 60;
    private static final int CUT = 700;

    private final Map<String, String> byKind = new LinkedHashMap<>();

    boolean isNew(ApiCall call, String lie) {
        return !byKind.containsKey(kind(call, lie));
    }

    void add(ApiCall call, ApiRequest request, String lie) {
        var told = lie.length() > CUT ? lie.substring(0, CUT) + "..." : lie;
        var finding =
                "%s: %s%n  %s".formatted(call, told, request.curl(call.api().baseUrl()));
        byKind.put(kind(call, lie), finding);
        System.out.println("finding " + finding);
    }

    public List<String> all() {
        return List.copyOf(byKind.values());
    }

    /** The same lie of the same operation, whatever the numbers in it. */
    private static String kind(ApiCall call, String lie) {
        var plain = lie.replaceAll("[0-9a-f-]{36}", "#");
        return call + " " + plain.substring(0, Math.min(KIND, plain.length()));
    }
}
