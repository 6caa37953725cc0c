package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

    private static final double PER_SECOND = 100;

    /** Held for a minute, on two cores. */
    private static final List<Long> HELD_AT_122 = samples("""
            1 125 246 360 416 369 419 426 511 518 554 585 578 700 655 690 714 553 611 702 782 542 599 502 499
            495 468 471 504 553 648 747 813 880 854 723 805 887 807 631 660 755 657 661 733 632 638 563 585 551
            610 579 574 696 675 551 526 555 676 569 621""");

    @Test
    void isNoneOfABacklogThatIsSimplyUnderWay() {
        assertThat(Growth.of(minute(second -> Math.min(second, 4) * 100)).pilesUp(PER_SECOND, 1))
                .isFalse();
    }

    @Test
    void isNoneOfBatches() {
        assertThat(Growth.of(minute(second -> 300 + second % 2 * 80)).pilesUp(PER_SECOND, 1))
                .isFalse();
    }

    @Test
    void isThereWhenATenthIsLeftOver() {
        assertThat(Growth.of(minute(second -> 300 + second * 10)).pilesUp(PER_SECOND, 1))
                .isTrue();
    }

    @Test
    void isThereWhenThreeHundredthsAreLeftOver() {
        assertThat(Growth.of(minute(second -> Math.min(second, 4) * 300 + second * 9))
                        .pilesUp(300, 1))
                .isTrue();
    }

    @Test
    void isSeenThroughTheNoiseOfASystemThatKeepsUp() {
        var growing = IntStream.range(0, HELD_AT_122.size())
                .mapToObj(second -> HELD_AT_122.get(second) + Math.round(second * 122 * 0.03))
                .toList();

        assertThat(Growth.of(HELD_AT_122).pilesUp(122, 1)).isFalse();
        assertThat(Growth.of(growing).pilesUp(122, 1)).isTrue();
    }

    /** As they were seen on two cores, for half a minute and for a minute. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "50: 0 50 100 134 162 155 178 171 191 200 171 163 138 150 166 130 138 148 157 165 177 138 133 148 147 135 144 143 169 178 177",
                "80: 1 81 160 234 248 288 316 296 342 292 354 345 398 414 494 386 424 490 366 343 325 349 289 301 269 294 287 331 315 327 375",
                "110: 1 111 221 318 397 401 509 559 536 587 663 686 744 572 597 513 532 546 464 491 479 465 502 549 636 648 608 573 589 699 644",
                "55: 0 55 110 142 142 137 157 160 173 152 190 161 197 184 182 205 199 167 166 169 166 192 198 170 162 200 192 198 205 209 172 172 188 207 179 186 164 146 160 139 149 167 149 163 165 165 158 176 213 180 199 241 191 193 198 140 152 187 194 200 247"
            })
    void isNoneOfASystemThatKeepsUp(double rate, String backlog) {
        assertThat(Growth.of(samples(backlog)).pilesUp(rate, 1)).isFalse();
    }

    /** Which says little: what is under way was still building up in the second quarter, and no more in the second half. */
    @Test
    void isForgivenAShortTryLongerThanAHeldRate() {
        var growth = Growth.of(samples("""
                0 110 220 309 310 387 385 476 471 545 605 491 555 546 604 664 621 625 673 663 768 685 538 583 616
                694 604 712 659 743 653"""));

        assertThat(growth.pilesUp(110, 1)).isTrue();
        assertThat(growth.pilesUp(110, 2)).isFalse();
    }

    @Test
    void isTheSlopeOfTheLineOnceWhatIsUnderWayHasBuiltUp() {
        var growth = Growth.of(List.of(0L, 900L, 10L, 14L, 14L, 18L, 22L, 24L));

        assertThat(growth.perSecond()).isCloseTo(2.8, within(0.001));
        assertThat(growth.orders()).isCloseTo(14, within(0.001));
    }

    @Test
    void isNotToldFromAMoment() {
        assertThatThrownBy(() -> Growth.of(List.of(1L, 2L, 3L))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> minute(LongUnaryOperator backlog) {
        return LongStream.range(0, 60).map(backlog).boxed().toList();
    }

    private static List<Long> samples(String backlog) {
        return Arrays.stream(backlog.strip().split("\\s+")).map(Long::valueOf).toList();
    }
}
