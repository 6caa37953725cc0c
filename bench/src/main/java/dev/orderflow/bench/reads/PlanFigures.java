package dev.orderflow.bench.reads;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Postgres did for one statement, from its plan as it was carried out.
 *
 * @param access how each table was got at
 * @param rowsRead rows that were taken from tables or index entries
 * @param discarded rows that were read and then found not to be wanted
 * @param sorted rows that were put in order, which no index had
 * @param heapFetches rows that an index-only scan had to look at all the same
 * @param returned rows of the answer
 * @param pages pages of 8 KiB that were looked at, in memory or not
 */
record PlanFigures(
        List<String> access, long rowsRead, long discarded, long sorted, long heapFetches, long returned, long pages) {

    private static final Set<String> NO_TABLE = Set.of("Function Scan", "CTE Scan", "Subquery Scan", "Values Scan");

    static PlanFigures of(JsonNode plan) {
        var walk = new Walk();
        walk.visit(plan);
        return new PlanFigures(
                List.copyOf(walk.access),
                walk.read,
                walk.discarded,
                walk.sorted,
                walk.heapFetches,
                rows(plan, "Actual Rows"),
                plan.path("Shared Hit Blocks").asLong()
                        + plan.path("Shared Read Blocks").asLong());
    }

    boolean isIndexOnly() {
        return !access.isEmpty() && access.stream().allMatch(each -> each.startsWith("Index Only Scan"));
    }

    /** Per loop Postgres tells an average. */
    private static long rows(JsonNode node, String field) {
        return Math.round(
                node.path(field).asDouble() * node.path("Actual Loops").asDouble(1));
    }

    private static final class Walk {

        private final Set<String> access = new TreeSet<>();
        private long read;
        private long discarded;
        private long sorted;
        private long heapFetches;

        private void visit(JsonNode node) {
            long removed = rows(node, "Rows Removed by Filter")
                    + rows(node, "Rows Removed by Index Recheck")
                    + rows(node, "Rows Removed by Join Filter");
            discarded += removed;
            heapFetches += node.path("Heap Fetches").asLong();
            sorted += isSort(node) ? rows(node.path("Plans").path(0), "Actual Rows") : 0;
            if (isTable(node) && node.path("Actual Loops").asLong() > 0) {
                access.add(access(node));
                read += rows(node, "Actual Rows") + removed;
            }
            node.path("Plans").forEach(this::visit);
        }

        /** What is behind a Limit's end is sorted all the same: what goes in counts. */
        private static boolean isSort(JsonNode node) {
            return node.path("Node Type").asText().endsWith("Sort");
        }

        /** A bitmap's heap scan stands for its index scans. */
        private static boolean isTable(JsonNode node) {
            var type = node.path("Node Type").asText();
            return type.endsWith("Scan") && !type.equals("Bitmap Index Scan") && !NO_TABLE.contains(type);
        }

        private static String bitmaps(JsonNode node) {
            var indexes = node.findValuesAsText("Index Name");
            return node.path("Node Type").asText().equals("Bitmap Heap Scan")
                    ? " by " + String.join(", ", indexes)
                    : "";
        }

        /** The months of a journal are one. */
        private static String access(JsonNode node) {
            var name = node.path("Index Name").asText(node.path("Relation Name").asText());
            var whole = node.path("Node Type").asText() + " " + name + bitmaps(node);
            return whole.replaceAll("_\\d{6}|_default", "_*");
        }
    }
}
