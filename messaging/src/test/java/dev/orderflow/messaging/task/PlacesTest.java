package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.testing.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();
    private final Hands hands = new Hands(Duration.ofHours(1));

    @Test
    void hasNoneBeforeTheyOpenAndAfterTheyClose() {
        assertThat(places.book(due(1)).size()).isZero();
        assertThat(places.bookClaim().size()).isZero();

        places.open(hands);
        assertThat(places.book(due(1)).size()).isEqualTo(1);

        places.close();
        assertThat(places.book(due(1)).size()).isZero();
    }

    @Test
    void booksInTheirOrderWhatIsDueAndCanBeDoneHere() {
        places.open(hands);
        var later = scheduled("call", Instant.now().plusSeconds(60));
        var foreign = scheduled("of another release", Instant.now());
        var first = due(1).getFirst();
        var second = due(1).getFirst();

        var booking = places.book(List.of(later, foreign, first, second));

        assertThat(booking.size()).isEqualTo(2);
        assertThat(List.of(later, foreign, first, second).stream().filter(booking::isFor))
                .containsExactly(first, second);
    }

    @Test
    void givesNoPlaceTwice() {
        places.open(hands);

        assertThat(places.book(due(3)).size()).isEqualTo(3);
        hands.busy = 4;
        assertThat(places.book(due(2)).size()).isEqualTo(1);
        assertThat(places.book(due(1)).size()).isZero();
    }

    /** Else what is written would overtake what waits, for as long as there is always something to write. */
    @Test
    void letsNobodyPassThoseThatWait() {
        places.open(hands);
        var full = places.book(due(10));
        assertThat(full.size()).isEqualTo(8);
        assertThat(places.isCrowded()).isTrue();
        full.release();

        assertThat(places.book(due(1)).size()).isZero();
        var claim = places.bookClaim();
        assertThat(claim.size()).as("all, since tasks wait").isEqualTo(8);

        claim.release();
        places.found(false);
        assertThat(places.book(due(1)).size()).isEqualTo(1);
    }

    @Test
    void leavesHalfOfThePlacesToWhatIsBeingWrittenDuringAClaim() {
        places.open(hands);

        assertThat(places.bookClaim().size()).isEqualTo(4);
        assertThat(places.book(due(9)).size()).isEqualTo(4);
    }

    @Test
    void beginsWhatWasCommittedOnItsPlaces() {
        places.open(hands);
        var booking = places.book(due(8));
        var task = task();

        booking.begin(List.of(task));

        assertThat(hands.begun).containsExactly(task);
        assertThat(places.book(due(8)).size()).isEqualTo(8);
    }

    /** A transaction of which nobody hears again keeps no place for ever, and a commit that took too long begins nothing. */
    @Test
    void endsWithTheLeaseOfItsTasks() throws Exception {
        var brief = new Hands(Duration.ofMillis(1));
        places.open(brief);
        var booking = places.book(due(8));
        Thread.sleep(2);

        assertThat(places.book(due(8)).size()).isEqualTo(8);
        Thread.sleep(2);
        booking.begin(List.of(task()));
        assertThat(brief.begun).isEmpty();
    }

    private static List<ScheduledTask> due(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> scheduled("call", Instant.now()))
                .toList();
    }

    private static ScheduledTask scheduled(String kind, Instant due) {
        return ScheduledTask.of(new NewTask(kind, "k", new Call("x"), due, due.plusSeconds(60)), Cause.trace(null));
    }

    private static Task task() {
        return new Task(UUID.randomUUID(), "call", "k", "{}", null, 1, Instant.now());
    }

    private static final class Hands implements Crew {

        private final List<Task> begun = new ArrayList<>();
        private final Duration lease;
        private int busy;

        private Hands(Duration lease) {
            this.lease = lease;
        }

        @Override
        public Set<String> kinds() {
            return Set.of("call");
        }

        @Override
        public int size() {
            return 8;
        }

        @Override
        public int busy() {
            return busy;
        }

        @Override
        public Duration lease() {
            return lease;
        }

        @Override
        public void begin(List<Task> tasks) {
            begun.addAll(tasks);
        }
    }
}
