package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.shipping.domain.Call;
import dev.orderflow.shipping.domain.Call.BuyLabel;
import dev.orderflow.shipping.domain.Call.CreateLabel;
import dev.orderflow.shipping.domain.Call.VoidLabel;
import dev.orderflow.shipping.domain.Call.WatchParcel;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.domain.Step.Applied;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a step leaves in its unit of work: events for others, tasks for the carrier. */
@Singleton
public final class Effects {

    private final CarrierConfig config;
    private final WatchPace pace;

    @Inject
    public Effects(CarrierConfig config) {
        this.config = config;
        this.pace = new WatchPace(config.watchEvery(), config.watchAtLeastEvery());
    }

    public List<NewEvent> events(Applied step) {
        var order = step.next().orderId();
        return IntStream.range(0, step.events().size())
                .mapToObj(
                        n -> NewEvent.of(order, step.versionOf(n), step.events().get(n)))
                .toList();
    }

    public List<NewTask> tasks(Applied step, Instant now) {
        return step.calls().stream()
                .map(call -> task(step.next().orderId(), call, now))
                .toList();
    }

    private NewTask task(UUID order, Call call, Instant now) {
        return switch (call) {
            case CreateLabel create -> within(CreateLabelTask.KIND, order, create, now, config.bookWithin());
            case BuyLabel buy -> within(BuyLabelTask.KIND, order, buy, now, config.bookWithin());
            case VoidLabel take -> within(VoidLabelTask.KIND, order, take, now, config.voidWithin());
            case WatchParcel watch -> look(order, watch, pace.next(now, now), now.plus(config.watchFor()));
        };
    }

    /** The next look at a parcel that is still under way. */
    NewTask lookAgain(Shipment shipment, WatchParcel watch, Instant now, Instant until) {
        var since = shipment.labelOf(watch.carrierId()).boughtAt();
        return look(shipment.orderId(), watch, pace.next(since, now), until);
    }

    private static NewTask look(UUID order, WatchParcel watch, Instant due, Instant until) {
        return NewTask.of(WatchParcelTask.KIND, order, watch, due, until);
    }

    private static NewTask within(String kind, UUID order, Call call, Instant now, Duration patience) {
        return NewTask.of(kind, order, call, now, now.plus(patience));
    }
}
