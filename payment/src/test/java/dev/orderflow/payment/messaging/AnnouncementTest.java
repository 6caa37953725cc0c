package dev.orderflow.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.payment.domain.Command;
import dev.orderflow.payment.domain.Outcome.Applied;
import dev.orderflow.payment.domain.Payment;
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

    private NewTask watching(int looks) {
        var payment = Payment.none(UUID.randomUUID(), "c-20481");
        return announcement
                .tasks(new Applied(payment, List.of(), List.of(new Command.WatchRefund(looks))))
                .getFirst();
    }
}
