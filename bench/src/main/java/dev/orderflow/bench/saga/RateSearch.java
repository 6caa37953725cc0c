package dev.orderflow.bench.saga;

/**
 * Looks for the highest rate that lasts: a step faster with each short try until orders pile up; then the last that did not
 * is held, or, where it does not hold, one a step slower.
 *
 * @param perSecond what is to be tried next; the result, once it is over
 * @param phase how it is to be tried
 */
record RateSearch(double perSecond, Phase phase) {

    enum Phase {
        /** A short try. */
        CLIMBING,
        /** A long one. */
        HOLDING,
        OVER
    }

    private static final double STEP = 1.25;

    /** A system that can't keep this up is broken, not slow. */
    private static final double LEAST = 1;

    static RateSearch from(double perSecond) {
        return new RateSearch(perSecond, Phase.CLIMBING);
    }

    /** @param stable what became of the try */
    RateSearch after(boolean stable) {
        return switch (phase) {
            case CLIMBING -> stable ? new RateSearch(perSecond * STEP, Phase.CLIMBING) : slower();
            case HOLDING -> stable ? new RateSearch(perSecond, Phase.OVER) : slower();
            case OVER -> this;
        };
    }

    private RateSearch slower() {
        double next = perSecond / STEP;
        return next < LEAST ? new RateSearch(0, Phase.OVER) : new RateSearch(next, Phase.HOLDING);
    }
}
