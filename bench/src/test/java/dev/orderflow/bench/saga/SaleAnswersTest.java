package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.bench.load.Answer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SaleAnswersTest {

    private final AtomicInteger disturbed = new AtomicInteger();
    private final SaleAnswers answers = new SaleAnswers(2, disturbed::incrementAndGet);

    @Test
    void tellThoseWhoWereLuckyFromThoseWhoCameTooLate() {
        answers.answered(0, new Answer(201, "/orders/4711", Buffer.buffer()), 1_000_000);
        answers.answered(1, new Answer(409, null, Buffer.buffer()), 5_000_000);
        answers.answered(2, new Answer(503, null, Buffer.buffer()), 9_000_000);
        answers.failed(3, new IOException("reset"));

        assertThat(answers.taken()).containsExactly("4711");
        assertThat(answers.refusals().getTotalCount()).isEqualTo(1);
        assertThat(answers.refusals().getMaxValue()).isBetween(5_000L, 5_010L);
        assertThat(answers.byAnswer())
                .containsEntry("201", 1)
                .containsEntry("409", 1)
                .containsEntry("503", 1)
                .containsEntry("IOException", 1);
    }

    @Test
    void saleIsDisturbedOnceAndHalfWay() {
        answers.failed(0, new IOException());
        assertThat(disturbed).hasValue(0);

        answers.failed(1, new IOException());
        answers.failed(2, new IOException());
        assertThat(disturbed).hasValue(1);
    }
}
