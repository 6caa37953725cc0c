package dev.orderflow.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StockTest {

    private final Stock stock = new Stock("chair", 10, 4, 7);

    @Test
    void reservesWhatIsAvailable() {
        assertThat(stock.reserve(6)).isEqualTo(new Stock("chair", 10, 10, 8));
    }

    @Test
    void neverReservesMoreThanIsThere() {
        assertThatIllegalStateException().isThrownBy(() -> stock.reserve(7));
    }

    @Test
    void releasesWhatWasReserved() {
        assertThat(stock.release(4)).isEqualTo(new Stock("chair", 10, 0, 8));
    }

    @Test
    void neverReleasesMoreThanWasReserved() {
        assertThatIllegalStateException().isThrownBy(() -> stock.release(5));
    }

    @Test
    void consumesReservedPiecesFromTheShelf() {
        assertThat(stock.consume(3)).isEqualTo(new Stock("chair", 7, 1, 8));
    }

    @Test
    void neverConsumesWhatWasNotReserved() {
        assertThatIllegalStateException().isThrownBy(() -> stock.consume(5));
    }

    @Test
    void putsReturnedPiecesOnTheShelf() {
        assertThat(stock.restock(3)).isEqualTo(new Stock("chair", 13, 4, 8));
    }

    @Test
    void countsGoodsInAndOut() {
        assertThat(stock.adjust(5)).contains(new Stock("chair", 15, 4, 8));
        assertThat(stock.adjust(-6)).contains(new Stock("chair", 4, 4, 8));
    }

    @Test
    void refusesToCountOutWhatIsReserved() {
        assertThat(stock.adjust(-7)).isEmpty();
        assertThat(Stock.none("chair").adjust(-1)).isEmpty();
    }

    @Test
    void neverRunsOver() {
        var full = new Stock("chair", Long.MAX_VALUE, 0, 1);

        assertThatThrownBy(() -> full.adjust(1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> full.restock(1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void movesAtLeastOnePiece() {
        assertThatIllegalArgumentException().isThrownBy(() -> stock.reserve(0));
        assertThatIllegalArgumentException().isThrownBy(() -> stock.release(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> stock.consume(0));
        assertThatIllegalArgumentException().isThrownBy(() -> stock.restock(-1));
    }

    @Test
    void keepsItsPromiseWhateverIsAsked() {
        var random = new Random(42);
        var current = stock;
        for (int step = 0; step < 20_000; step++) {
            current = attempt(current, random.nextInt(5), random.nextInt(-3, 6));
            assertThat(current.reserved()).isBetween(0L, current.onHand());
        }
        assertThat(current.version()).isGreaterThan(5_000);
    }

    private static Stock attempt(Stock stock, int what, int quantity) {
        UnaryOperator<Stock> operation = switch (what) {
            case 0 -> it -> it.reserve(quantity);
            case 1 -> it -> it.release(quantity);
            case 2 -> it -> it.consume(quantity);
            case 3 -> it -> it.restock(quantity);
            default -> it -> it.adjust(quantity).orElse(it);
        };
        try {
            return operation.apply(stock);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            return stock;
        }
    }
}
