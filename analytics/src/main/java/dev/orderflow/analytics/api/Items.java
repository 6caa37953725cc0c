package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.Tally;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A list that is answered as a whole. */
@RegisterForReflection
record Items<T>(List<T> items) {

    static <T> Items<T> of(
            Map<String, Tally> figures, Function<Map.Entry<String, Tally>, T> view, Comparator<T> order) {
        return new Items<>(figures.entrySet().stream().map(view).sorted(order).toList());
    }

    Items<T> first(long many) {
        return new Items<>(items.stream().limit(many).toList());
    }
}
