package dev.orderflow.devservices.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final long AMPLE = 1 << 20;

    @Test
    void findsAllSpansOfATraceByTheOrderThatOneOfThemNames() {
        Shelf shelf = new Shelf(100, AMPLE);

        shelf.add(List.of(span("t1", null), span("t1", "order-1"), span("t1", null), span("t2", "order-2")));

        assertThat(shelf.ofKey("order-1"))
                .hasSize(3)
                .allMatch(span -> span.traceId().equals("t1"));
        assertThat(shelf.ofKey("order-3")).isEmpty();
        assertThat(shelf.ofTrace("t2")).hasSize(1);
    }

    @Test
    void findsEveryTraceInWhichSomethingHappenedToTheOrder() {
        Shelf shelf = new Shelf(100, AMPLE);

        shelf.add(List.of(span("placed", "order-1"), span("cancelled", "order-1")));

        assertThat(shelf.ofKey("order-1")).extracting(Kept::traceId).containsExactly("placed", "cancelled");
    }

    @Test
    void keepsTheLastOrders() {
        Shelf shelf = new Shelf(4, AMPLE);

        shelf.add(List.of(span("t1", "order-1"), span("t1", null), span("t2", "order-2"), span("t2", null)));
        shelf.add(List.of(span("t3", "order-3")));

        assertThat(shelf.ofKey("order-1")).as("as a whole").isEmpty();
        assertThat(shelf.ofTrace("t1")).isEmpty();
        assertThat(shelf.ofKey("order-2")).hasSize(2);
        assertThat(shelf.ofKey("order-3")).hasSize(1);
    }

    @Test
    void isBoundedByBytesToo() {
        Kept large = new Kept("t1", "order-1", "order", new byte[1_000]);
        Shelf shelf = new Shelf(100, 2 * large.bytes());

        shelf.add(List.of(large, new Kept("t2", "order-2", "order", new byte[1_000]), span("t3", "order-3")));

        assertThat(shelf.ofKey("order-1")).isEmpty();
        assertThat(shelf.ofKey("order-2")).hasSize(1);
    }

    @Test
    void forgetsATraceThatIsTooLargeByItself() {
        Shelf shelf = new Shelf(2, AMPLE);

        shelf.add(List.of(span("t1", "order-1"), span("t1", null), span("t1", null)));

        assertThat(shelf.ofKey("order-1")).isEmpty();
    }

    @Test
    void noNumberOfOtherTracesPushesAnOrderOut() {
        Shelf shelf = new Shelf(8, AMPLE);

        shelf.add(List.of(span("t1", "order-1")));
        for (int read = 0; read < 100; read++) {
            shelf.add(List.of(span("read-" + read, null)));
        }

        assertThat(shelf.ofKey("order-1")).hasSize(1);
        assertThat(shelf.ofTrace("read-97")).isEmpty();
        assertThat(shelf.ofTrace("read-99")).hasSize(1);
    }

    private static Kept span(String traceId, String key) {
        return new Kept(traceId, key, "order", new byte[10]);
    }
}
