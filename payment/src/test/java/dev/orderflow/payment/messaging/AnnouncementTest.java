package dev.orderflow.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.payment.domain.Command;
import dev.orderflow.payment.domain.Funds;
import dev.orderflow.payment.domain.Outcome.Applied;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.ProviderRefs;
import dev.orderflow.payment.domain.Requests;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {

    private final Announcement announcement = new Announcement(new SmallRyeConfigBuilder()
            .withMapping(DeadlinesConfig.class)
            .withConverter(Duration.class, 100, new DurationConverter())
            .build()
            .getConfigMapping(DeadlinesConfig.class));

    /** Hundreds of refunds that take days ask no more than a few times an hour each. */
    @ParameterizedTest
    @CsvSource({"0, PT5S", "1, PT10S", "2, PT20S", "9, PT42M40S", "10, PT1H", "21, PT1H", "100000, PT1H"})
    void looksAtARefundUnderWayMoreAndMoreRarely(int looks, Duration pause) {
        var before = Instant.now();

        var task = watching(looks);

        assertThat(task.due()).isBetween(before.plus(pause), Instant.now().plus(pause));
        assertThat(task.deadline()).isAfter(task.due());
        assertThat(task.payload())
                .isInstanceOfSatisfying(
                        RefundToWatch.class,
                        watched -> assertThat(watched.looks()).isEqualTo(looks));
    }

    /** What failed for requests before it does not slow down this one. */
    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "5, PT2M40S"})
    void pausesForTheTriesOfThisRequestThatFailed(int failed, Duration longest) {
        var before = Instant.now();

        var task = task(refunding(failed), new Command.RefundAgain());

        assertThat(task.due()).isBetween(before, Instant.now().plus(longest));
        assertThat(task.payload())
                .isInstanceOfSatisfying(
                        RefundToMake.class,
                        refund -> assertThat(refund.refundTry()).isEqualTo(20 + failed));
    }

    private NewTask watching(int looks) {
        return task(Payment.none(UUID.randomUUID(), "c-20481"), new Command.WatchRefund(looks));
    }

    private NewTask task(Payment payment, Command command) {
        return announcement
                .tasks(new Applied(payment, List.of(), List.of(command)))
                .getFirst();
    }

    private static Payment refunding(int failed) {
        var money = Money.of("129.80", "EUR");
        var refs = new ProviderRefs("pi_1", null, 20 + failed, failed);
        return new Payment(
                UUID.randomUUID(),
                "c-20481",
                UUID.randomUUID(),
                PaymentStatus.REFUNDING,
                new Funds(money, money, Money.zero("EUR")),
                Instant.now(),
                refs,
                new Requests(RefundCause.CANCELLED, 1, 0, 1),
                7);
    }
}
