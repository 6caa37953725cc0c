package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Counted;
import dev.orderflow.devservices.drill.check.Observations.TwoCounts;
import dev.orderflow.devservices.process.PartFailed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What orders did, counted twice. */
record Counts(JournalFigures journal, AnsweredFigures analytics) {

    TwoCounts read() {
        Map<String, String> patterns = journal.patterns();
        return new TwoCounts(new Counted(figures(journal), patterns), answered(patterns.keySet()));
    }

    /** Analytics says nothing while partitions are moved or restored: then that is what was seen, and nothing else. */
    Counted answered(Set<String> customers) {
        try {
            return new Counted(figures(analytics), patterns(customers));
        } catch (PartFailed silent) {
            return new Counted(Map.of("analytics", silent.getMessage()), Map.of());
        }
    }

    /** Who has none is left out. */
    private Map<String, String> patterns(Set<String> customers) {
        Map<String, String> patterns = new TreeMap<>();
        for (String customer : customers) {
            String pattern = analytics.pattern(customer);
            if (!pattern.equals(AnsweredFigures.NO_PATTERN)) {
                patterns.put(customer, pattern);
            }
        }
        return patterns;
    }

    private static Map<String, String> figures(Figures counted) {
        Map<String, String> figures = new TreeMap<>();
        put(figures, "minute ", counted.minutes());
        put(figures, "cancelled as ", counted.cancellations());
        put(figures, "sold of ", counted.sold());
        return figures;
    }

    /** What a line begins with is what it is about. */
    private static void put(Map<String, String> figures, String kind, List<String> lines) {
        lines.stream().map(line -> line.split(" ", 2)).forEach(line -> figures.put(kind + line[0], line[1]));
    }
}
