package dev.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant SOON = NOW.plusSeconds(5);
    private static final Instant DEADLINE = NOW.plus(Duration.ofDays(3));
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final UUID ENDPOINT = new UUID(2, 2);

    private static HookDelivery fresh() {
        var message = new Message(Template.ORDER_DELIVERED, Facts.NONE, Language.EN);
        return HookDelivery.of(Notification.byWebhook(new UUID(1, 2), new UUID(1, 1), "c-1", message, NOW), DEADLINE);
    }

    private static HookAnswer status(int status) {
        return new HookAnswer.Responded(ENDPOINT, status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void isDeliveredByASuccess(int status) {
        var next = fresh().after(status(status), 0, NOW, SOON).orElseThrow();

        assertThat(next.state()).isEqualTo(HookState.DELIVERED);
        assertThat(next.statusCode()).isEqualTo(status);
        assertThat(next.attempts()).isEqualTo(1);
        assertThat(next.nextAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 308, 400, 401, 404, 429, 500, 503})
    void isTriedAgainAfterAnyOtherAnswer(int status) {
        var next = fresh().after(status(status), 0, NOW, SOON).orElseThrow();

        assertThat(next.state()).isEqualTo(HookState.PENDING);
        assertThat(next.outcome()).isEqualTo("refused");
        assertThat(next.nextAt()).isEqualTo(SOON);
    }

    @Test
    void failsAtOnceWhenTheEndpointIsGone() {
        var next = fresh().after(status(410), 0, NOW, SOON).orElseThrow();

        assertThat(next.state()).isEqualTo(HookState.FAILED);
        assertThat(next.outcome()).isEqualTo("gone");
    }

    @Test
    void failsWhenTheNextAttemptWouldComeTooLate() {
        var next = fresh().after(new HookAnswer.Unreached("not-reached"), 0, NOW, DEADLINE)
                .orElseThrow();

        assertThat(next.state()).isEqualTo(HookState.FAILED);
        assertThat(next.outcome()).isEqualTo("not-reached");
        assertThat(next.statusCode()).isNull();
    }

    @Test
    void countsNoAttemptThatWasNotMade() {
        var busy = fresh().after(new HookAnswer.Busy(), 0, NOW, SOON).orElseThrow();
        var unwanted = fresh().after(new HookAnswer.Unwanted("opted-out"), 0, NOW, SOON)
                .orElseThrow();

        assertThat(busy.attempts()).isZero();
        assertThat(busy.state()).isEqualTo(HookState.PENDING);
        assertThat(busy.nextAt()).isEqualTo(SOON);
        assertThat(unwanted.attempts()).isZero();
        assertThat(unwanted.state()).isEqualTo(HookState.FAILED);
    }

    @Test
    void beginsAnewAndForgetsWhatIsLeftOfTheRoundBefore() {
        var failed = fresh().after(status(410), 0, NOW, SOON).orElseThrow();

        var again = failed.again(SOON, DEADLINE);

        assertThat(again.state()).isEqualTo(HookState.PENDING);
        assertThat(again.after(status(200), 0, SOON, DEADLINE)).isEmpty();
        assertThat(again.late(0)).isEmpty();
        assertThat(again.after(status(200), 1, SOON, DEADLINE).orElseThrow().attempts())
                .isEqualTo(2);
    }

    @Test
    void countsTheAttemptsOfARoundFromItsBeginning() {
        var second = fresh().after(status(500), 0, NOW, SOON)
                .flatMap(refused -> refused.after(status(410), 0, SOON, SOON))
                .orElseThrow();
        var again = second.again(SOON, DEADLINE);
        var refusedAgain =
                again.after(status(500), 1, SOON, SOON.plusSeconds(5)).orElseThrow();

        assertThat(second.attemptsOfRound()).isEqualTo(2);
        assertThat(again.attemptsOfRound()).isZero();
        assertThat(refusedAgain.attemptsOfRound()).isEqualTo(1);
        assertThat(refusedAgain.attempts()).isEqualTo(3);
        assertThat(refusedAgain.again(SOON, DEADLINE).attemptsOfRound()).isZero();
    }

    @Test
    void isRetriedByHandAWhileAfterItsLastAttemptOnly() {
        var delivered = fresh().after(status(200), 0, NOW, SOON).orElseThrow();

        assertThat(delivered.retryIn(NOW.plusSeconds(3), PAUSE)).isEqualTo(Duration.ofSeconds(7));
        assertThat(delivered.retryIn(NOW.plus(PAUSE), PAUSE)).isZero();
    }

    @Test
    void isNotRetriedByHandWhileATryIsDueOrUnderWay() {
        var refused = fresh().after(status(500), 0, NOW, NOW.plusSeconds(60)).orElseThrow();

        assertThat(fresh().retryIn(NOW, PAUSE)).isEqualTo(PAUSE);
        assertThat(refused.retryIn(NOW.plusSeconds(59), PAUSE)).isZero();
        assertThat(refused.retryIn(NOW.plusSeconds(60), PAUSE)).isEqualTo(PAUSE);
        assertThat(refused.again(NOW.plusSeconds(30), DEADLINE).retryIn(NOW.plusSeconds(30), PAUSE))
                .isEqualTo(PAUSE);
    }

    @Test
    void isRetriedByHandAtOnceIfItWasNeverTried() {
        var unwanted = fresh().after(new HookAnswer.Unwanted("endpoint-disabled"), 0, NOW, SOON)
                .orElseThrow();

        assertThat(unwanted.retryIn(NOW, PAUSE)).isZero();
    }

    @Test
    void recordsTheEndOnce() {
        var delivered = fresh().after(status(200), 0, NOW, SOON).orElseThrow();

        assertThat(delivered.after(status(500), 0, NOW, SOON)).isEmpty();
        assertThat(delivered.late(0)).isEmpty();
        assertThat(fresh().late(0).orElseThrow().outcome()).isEqualTo("timed-out");
    }
}
