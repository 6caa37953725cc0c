package dev.orderflow.bench.saga;

import dev.orderflow.bench.load.Answer;
import dev.orderflow.bench.load.OpenLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What the customers of a sale were told. Only touched on the event loop, and read when that has ended. */
final class SaleAnswers implements OpenLoop.Listener {

    private static final int TAKEN = 201;
    private static final int SOLD_OUT = 409;
    private static final long LONGEST_MICROS = 600_000_000;

    private final int half;
    private final Runnable halfWay;
    private final List<String> taken = new ArrayList<>();
    private final Histogram refusals = new Histogram(LONGEST_MICROS, 3);
    private final Map<String, Integer> byAnswer = new TreeMap<>();
    private int told;

    /**
     * @param half how many answers are half of them
     * @param halfWay is run with that answer; must not wait
     */
    SaleAnswers(int half, Runnable halfWay) {
        this.half = half;
        this.halfWay = halfWay;
    }

    @Override
    public void answered(int call, Answer answer, long nanos) {
        note(Integer.toString(answer.status()));
        if (answer.status() == TAKEN) {
            taken.add(answer.madeId());
        } else if (answer.status() == SOLD_OUT) {
            refusals.recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
        }
    }

    @Override
    public void failed(int call, Throwable failure) {
        note(failure.getClass().getSimpleName());
    }

    private void note(String answer) {
        byAnswer.merge(answer, 1, Integer::sum);
        if (++told == half) {
            halfWay.run();
        }
    }

    List<String> taken() {
        return taken;
    }

    /** In microseconds. */
    Histogram refusals() {
        return refusals;
    }

    /** How often there was which status, or which failure. */
    Map<String, Integer> byAnswer() {
        return byAnswer;
    }
}
