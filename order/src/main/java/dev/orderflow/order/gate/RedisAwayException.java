package dev.orderflow.order.gate;

/** There is no connection to Redis at present. Known at once, so it costs no order any time. */
final class RedisAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisAwayException() {
        super("Redis is away", null, false, false);
    }
}
