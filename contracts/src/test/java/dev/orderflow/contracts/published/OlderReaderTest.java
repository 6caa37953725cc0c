package dev.orderflow.contracts.published;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.contracts.Json;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.RefundCause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader that still has the older record gets by with every change that is called harmless, and with no breaking one. */
class OlderReaderTest {

    private static final Javadoc JAVADOC = Javadoc.ofTheContracts();
    private static final Instant AT = Instant.parse("2026-03-02T09:15:30Z");
    private static final Older OLDER = new Older("P-1", AT, RefundCause.RETURNED, List.of(Due.STOCK));

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Older(String parcel, Instant at, RefundCause cause, List<Due> due) {
        Older {
            requireNonNull(parcel);
            requireNonNull(at);
            requireNonNull(cause);
            due = Due.known(due);
        }
    }

    record WithNote(String parcel, Instant at, RefundCause cause, List<Due> due, String note) {
        WithNote {
            requireNonNull(parcel);
            requireNonNull(at);
            requireNonNull(cause);
            due = Due.known(due);
        }
    }

    enum MoreDue {
        STOCK,
        PAYMENT,
        LOYALTY;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static MoreDue read(String name) {
            return name.equals("LOYALTY") ? LOYALTY : null;
        }
    }

    record WithMoreDue(String parcel, Instant at, RefundCause cause, List<MoreDue> due) {
        WithMoreDue {
            requireNonNull(parcel);
            requireNonNull(at);
            requireNonNull(cause);
            requireNonNull(due);
        }
    }

    enum MoreCauses {
        CANCELLED,
        RETURNED,
        LOST
    }

    record WithMoreCauses(String parcel, Instant at, MoreCauses cause, List<Due> due) {
        WithMoreCauses {
            requireNonNull(parcel);
            requireNonNull(at);
            requireNonNull(cause);
            due = Due.known(due);
        }
    }

    record WithoutTime(String parcel, RefundCause cause, List<Due> due) {
        WithoutTime {
            requireNonNull(parcel);
            requireNonNull(cause);
            due = Due.known(due);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithOptionalTime(String parcel, Instant at, RefundCause cause, List<Due> due) {
        WithOptionalTime {
            requireNonNull(parcel);
            requireNonNull(cause);
            due = Due.known(due);
        }
    }

    record WithTimeInWords(String parcel, String at, RefundCause cause, List<Due> due) {
        WithTimeInWords {
            requireNonNull(parcel);
            requireNonNull(at);
            requireNonNull(cause);
            due = Due.known(due);
        }
    }

    /** @param complete has every field set; @param written is what the older reader meets */
    record Change(Record complete, Record written) {

        Change(Record written) {
            this(written, written);
        }

        List<String> breaks() {
            return Compatibility.breaks(schema(OLDER), schema(complete));
        }

        void read() {
            Json.read(Json.write(written), Older.class);
        }

        private static JsonNode schema(Record complete) {
            var schemas = new RecordSchemas(JAVADOC, new Tolerance(List.of(complete)));
            return Json.write(schemas.of(complete.getClass()));
        }

        @Override
        public String toString() {
            return complete.getClass().getSimpleName();
        }
    }

    static List<Change> harmless() {
        return List.of(
                new Change(OLDER),
                new Change(new WithNote("P-1", AT, RefundCause.RETURNED, List.of(Due.STOCK), "fragile")),
                new Change(new WithMoreDue("P-1", AT, RefundCause.RETURNED, List.of(MoreDue.LOYALTY))));
    }

    static List<Change> breaking() {
        return List.of(
                new Change(new WithMoreCauses("P-1", AT, MoreCauses.LOST, List.of(Due.STOCK))),
                new Change(new WithoutTime("P-1", RefundCause.RETURNED, List.of(Due.STOCK))),
                new Change(
                        new WithOptionalTime("P-1", AT, RefundCause.RETURNED, List.of(Due.STOCK)),
                        new WithOptionalTime("P-1", null, RefundCause.RETURNED, List.of(Due.STOCK))),
                new Change(new WithTimeInWords("P-1", "yesterday", RefundCause.RETURNED, List.of(Due.STOCK))));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void readsWhatChangedHarmlessly(Change change) {
        assertThat(change.breaks()).isEmpty();
        assertThatCode(change::read).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void failsOnWhatIsCalledBreaking(Change change) {
        assertThat(change.breaks()).isNotEmpty();
        assertThatThrownBy(change::read).isInstanceOf(RuntimeException.class);
    }
}
