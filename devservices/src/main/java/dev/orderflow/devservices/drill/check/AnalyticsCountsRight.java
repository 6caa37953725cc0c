package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.load.Purchase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whatever it has read twice, and whenever it was ended in between: a second count knows nothing of that. */
final class AnalyticsCountsRight implements Invariant {

    private static final String NOTHING = "nothing";

    @Override
    public String words() {
        return "analytics' figures equal a count over order's journal, and so do customers' patterns; who was erased has none";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return Stream.concat(
                differing(
                        "",
                        seen.counts().journal().figures(),
                        seen.counts().analytics().figures()),
                differing(
                        "pattern of ", patterns(seen), seen.counts().analytics().patterns()));
    }

    private static Map<String, String> patterns(Observations seen) {
        Map<String, String> patterns = new HashMap<>(seen.counts().journal().patterns());
        seen.purchases().stream()
                .filter(Purchase::isErased)
                .forEach(purchase -> patterns.remove(purchase.script().customer()));
        return patterns;
    }

    private Stream<Violation> differing(String kind, Map<String, String> expected, Map<String, String> answered) {
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(answered.keySet());
        return all.stream()
                .filter(name -> !expected.getOrDefault(name, NOTHING).equals(answered.getOrDefault(name, NOTHING)))
                .map(name -> violation(
                        kind + name, expected.getOrDefault(name, NOTHING), answered.getOrDefault(name, NOTHING)));
    }
}
