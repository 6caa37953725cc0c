package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.fault.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Faults that may overlap, and the time that they took together. */
record Spells(List<Done> faults) {

    Spells {
        faults = faults.stream().sorted(Comparator.comparing(Done::begin)).toList();
    }

    /** How long at least one of them was there, between two moments. */
    Duration within(Instant begin, Instant end) {
        Duration sum = Duration.ZERO;
        Instant counted = begin;
        for (Done fault : faults) {
            Instant from = later(fault.begin(), counted);
            Instant to = earlier(fault.end(), end);
            if (from.isBefore(to)) {
                sum = sum.plus(Duration.between(from, to));
                counted = to;
            }
        }
        return sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
