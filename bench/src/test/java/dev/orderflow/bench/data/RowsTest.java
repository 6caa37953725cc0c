package dev.orderflow.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final Rows rows = new Rows("t", "a, b");

    @Test
    void keepsWhatHasAMeaningInTheFormatOfCopy() {
        rows.add("a\tb\\c").add("line\nbreak\r").end();

        assertThat(rows.text()).isEqualTo("a\\tb\\\\c\tline\\nbreak\\r\n");
    }

    @Test
    void tellsNothingFromEmpty() {
        rows.add(null).add("").end();

        assertThat(rows.text()).isEqualTo("\\N\t\n");
    }

    @Test
    void writesWordsAsAnArray() {
        rows.addArray(List.of("STOCK", "PAYMENT")).addArray(List.of()).end();

        assertThat(rows.text()).isEqualTo("{STOCK,PAYMENT}\t{}\n");
    }
}
