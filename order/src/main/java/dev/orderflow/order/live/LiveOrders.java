package dev.orderflow.order.live;

import dev.orderflow.order.application.TimelineEntry;
import dev.orderflow.order.domain.Order;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Opens streams of an order's events, and forgets them when they end, whoever ends them. */
@Singleton
public final class LiveOrders {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final OpenStreams streams;
    private final EventText text;
    private final Vertx vertx;
    private final Clock clock;
    private final Duration longest;

    @Inject
    LiveOrders(OpenStreams streams, EventText text, Vertx vertx, Clock clock, LiveConfig config) {
        this.streams = streams;
        this.text = text;
        this.vertx = vertx;
        this.clock = clock;
        this.longest = config.longest();
    }

    /**
     * A stream to answer this request with; refuses it with a problem if there are too many.
     *
     * @param seen the version that the reader knows, the order's at most; 0 if none
     * @param timeline all of the order's, read after the order
     */
    public OrderStream open(
            Reader reader, Order order, long seen, List<TimelineEntry> timeline, RoutingContext request) {
        var telling = Telling.of(reader, order, seen, timeline);
        var stream = new OrderStream(telling, text, request.request(), vertx.getOrCreateContext());
        if (!request.response().closed()) {
            watch(stream, reader, request);
        }
        return stream;
    }

    private void watch(OrderStream stream, Reader reader, RoutingContext request) {
        streams.add(stream);
        long end = vertx.setTimer(life(reader).toMillis(), due -> stream.end());
        request.addEndHandler(ended -> {
            vertx.cancelTimer(end);
            streams.remove(stream);
        });
    }

    private Duration life(Reader reader) {
        var left = Duration.between(clock.instant(), reader.until());
        var life = left.compareTo(longest) < 0 ? left : longest;
        return life.compareTo(SHORTEST) < 0 ? SHORTEST : life;
    }
}
