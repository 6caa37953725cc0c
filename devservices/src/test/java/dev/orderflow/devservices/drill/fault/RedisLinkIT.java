package dev.orderflow.devservices.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Ports;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedisLinkIT {

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final RedisLink redis = new RedisLink(parts.redisUrl());

    @Test
    void readsWhatTheGateKeepsAndMakesItForgetAll() throws IOException {
        inline("HSET {stock}:levels mug 7:3");
        inline("ZADD {stock}:expiries 100 over 300 open");
        assertThat(redis.field("{stock}:levels", "mug")).isEqualTo("7:3");
        assertThat(redis.field("{stock}:levels", "cup")).isEmpty();
        assertThat(redis.countAbove("{stock}:expiries", 200)).isEqualTo(1);

        redis.flushAll();

        assertThat(redis.field("{stock}:levels", "mug")).isEmpty();
        assertThat(redis.countAbove("{stock}:expiries", 0)).isZero();
    }

    @Test
    void knowsItsTime() {
        assertThat(redis.now()).isBetween(System.currentTimeMillis() - 5_000, System.currentTimeMillis() + 5_000);
    }

    @Test
    void saysWhatWentWrong() throws IOException {
        inline("SET text abc");

        assertThatThrownBy(() -> redis.field("text", "a"))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("WRONGTYPE");
    }

    private void inline(String command) throws IOException {
        try (Socket socket = Ports.connect(parts.redisPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }
}
