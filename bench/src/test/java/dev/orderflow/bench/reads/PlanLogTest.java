package dev.orderflow.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanLogTest {

    private static final String LOG = """
            2026-06-01 10:00:00.001 UTC [77] orderflow_order LOG:  duration: 0.142 ms  plan:
            \t{
            \t  "Query Text": "SELECT *\\nFROM orders WHERE customer_id = $1",
            \t  "Query Identifier": 42,
            \t  "Plan": {
            \t    "Node Type": "Limit", "Actual Rows": 2.00, "Actual Loops": 1,
            \t    "Shared Hit Blocks": 7, "Shared Read Blocks": 2,
            \t    "Plans": [
            \t      {"Node Type": "Index Scan", "Index Name": "orders_of_customer", "Actual Rows": 2.00,
            \t       "Actual Loops": 1, "Rows Removed by Filter": 30}
            \t    ]
            \t  }
            \t}
            2026-06-01 10:00:00.002 UTC [78] orderflow_order LOG:  checkpoint starting: time
            2026-06-01 10:00:00.003 UTC [77] orderflow_order LOG:  duration: 1.5 ms  plan:
            \t{
            \t  "Query Text": "SELECT 2",
            \t  "Plan": {"Node Type": "Append", "Actual Rows": 6.00, "Actual Loops": 1, "Plans": [
            \t    {"Node Type": "Index Only Scan", "Index Name": "journal_202601_key_version_idx", "Heap Fetches": 3,
            \t     "Actual Rows": 3.00, "Actual Loops": 2},
            \t    {"Node Type": "Index Only Scan", "Index Name": "journal_202602_key_version_idx", "Heap Fetches": 0,
            \t     "Actual Rows": 0.00, "Actual Loops": 1},
            \t    {"Node Type": "Seq Scan", "Relation Name": "never_executed", "Actual Rows": 0.00, "Actual Loops": 0}
            \t  ]}
            \t}
            """;

    private final List<Executed> executed = PlanLog.parse(LOG);

    @Test
    void findsEveryPlanAndNothingElse() {
        assertThat(executed)
                .extracting(Executed::text)
                .containsExactly("SELECT * FROM orders WHERE customer_id = $1", "SELECT 2");
        assertThat(executed).extracting(Executed::millis).containsExactly(0.142, 1.5);
        assertThat(executed.getFirst().queryId()).isEqualTo(42);
        assertThat(executed.getFirst().database()).isEqualTo("orderflow_order");
    }

    @Test
    void countsWhatWasReadInVain() {
        assertThat(executed.getFirst().plan())
                .isEqualTo(new PlanFigures(List.of("Index Scan orders_of_customer"), 32, 30, 0, 0, 2, 9));
    }

    /** The page has one row, and three were put in order for it. */
    @Test
    void countsAllThatWasSorted() {
        var log = """
                2026-06-01 10:00:00.001 UTC [77] orderflow_order LOG:  duration: 0.142 ms  plan:
                \t{"Plan": {"Node Type": "Limit", "Actual Rows": 1.00, "Actual Loops": 1, "Plans": [
                \t  {"Node Type": "Sort", "Actual Rows": 1.00, "Actual Loops": 1, "Plans": [
                \t    {"Node Type": "Bitmap Heap Scan", "Relation Name": "letter", "Actual Rows": 3.00, "Actual Loops": 1,
                \t     "Plans": [{"Node Type": "Bitmap Index Scan", "Index Name": "letter_by_state",
                \t                "Actual Rows": 3.00, "Actual Loops": 1}]}]}]}}
                """;

        var plan = PlanLog.parse(log).getFirst().plan();

        assertThat(plan.sorted()).isEqualTo(3);
        assertThat(plan.access()).containsExactly("Bitmap Heap Scan letter by letter_by_state");
    }

    @Test
    void takesTheMonthsOfAJournalForOneAndLeavesOutWhatWasNotDone() {
        var plan = executed.getLast().plan();

        assertThat(plan.access()).containsExactly("Index Only Scan journal_*_key_version_idx");
        assertThat(plan.rowsRead()).isEqualTo(6);
        assertThat(plan.heapFetches()).isEqualTo(3);
        assertThat(plan.isIndexOnly()).isTrue();
    }
}
