package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Form;
import dev.orderflow.devservices.http.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The pages of a list, newest first: {@code limit}, {@code starting_after} and {@code created} as the API has them. */
record Listing<T>(String url, Function<T, String> id, ToLongFunction<T> created, Function<T, ObjectNode> view) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int LARGEST_LIMIT = 100;

    /** @param oldestFirst all there is */
    Response page(List<T> oldestFirst, Form query, StripeJson json) {
        int limit = limit(query);
        List<T> found = after(query, oldestFirst).stream()
                .filter(item -> isWithin(created.applyAsLong(item), query.object("created")))
                .limit(limit + 1L)
                .toList();
        List<ObjectNode> data = found.stream().limit(limit).map(view).toList();
        return Response.ok(json.list(url, found.size() > limit, data));
    }

    private List<T> after(Form query, List<T> oldestFirst) {
        List<T> newestFirst = oldestFirst.reversed();
        return query.get("starting_after")
                .map(cursor -> newestFirst.subList(position(cursor, newestFirst) + 1, newestFirst.size()))
                .orElse(newestFirst);
    }

    private int position(String cursor, List<T> items) {
        for (int i = 0; i < items.size(); i++) {
            if (id.apply(items.get(i)).equals(cursor)) {
                return i;
            }
        }
        throw StripeError.invalid("resource_missing", "starting_after", "No such object: '" + cursor + "'");
    }

    private static int limit(Form query) {
        String text = query.get("limit").orElse(Integer.toString(DEFAULT_LIMIT));
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw StripeError.invalid("parameter_invalid_integer", "limit", "limit must be between 1 and 100");
        }
        return limit;
    }

    private static boolean isWithin(long at, Map<String, String> bounds) {
        return bounds.entrySet().stream().allMatch(bound -> holds(at, bound.getKey(), bound.getValue()));
    }

    private static boolean holds(long at, String comparison, String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw StripeError.invalid("parameter_invalid_integer", "created", "Invalid integer: " + value);
        }
        int order = Long.compare(at, Long.parseLong(value));
        return switch (comparison) {
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            default -> throw StripeError.invalid("parameter_unknown", "created", "Unknown comparison: " + comparison);
        };
    }
}
