package dev.orderflow.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final Logger logger = Logger.getLogger(Trail.CATEGORY);
    private final Level before = logger.getLevel();
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(lines);
        logger.setLevel(before);
        MDC.clear();
    }

    @Test
    void tellsTheKeyAndTheTraceOfALineAndOfNoOther() {
        logger.setLevel(Level.ALL);
        MDC.put("traceId", "of-somebody-else");

        Trail.tell("an-order", PARENT, "handles", "orderflow.order.placed");

        assertThat(lines.told).containsExactly("an-order " + TRACE + " handles orderflow.order.placed");
        assertThat(MDC.get("key")).isNull();
        assertThat(MDC.get("traceId")).isEqualTo("of-somebody-else");
    }

    @Test
    void isSilentUnlessItIsAskedTo() {
        logger.setLevel(Level.INFO);

        Trail.tell("an-order", PARENT, "handles", "orderflow.order.placed");

        assertThat(lines.told).isEmpty();
    }

    private static final class Lines extends Handler {

        private final List<String> told = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            told.add(MDC.get("key") + " " + MDC.get("traceId") + " " + text(line));
        }

        private static String text(LogRecord line) {
            return line instanceof org.jboss.logmanager.ExtLogRecord formatted
                    ? formatted.getFormattedMessage()
                    : line.getMessage();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
