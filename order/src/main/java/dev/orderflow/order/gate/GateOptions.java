package dev.orderflow.order.gate;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Singleton;

/** Learns how Quarkus has configured its Redis client. It is asked before Vert.x is there, so it needs nothing. */
@Singleton
class GateOptions implements RedisOptionsCustomizer {

    private volatile RedisOptions options;

    /** Changes nothing. There is one client. */
    @Override
    public void customize(String client, RedisOptions configured) {
        options = new RedisOptions(configured);
    }

    RedisOptions get() {
        return new RedisOptions(options);
    }
}
