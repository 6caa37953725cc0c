package dev.orderflow.order.api;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.saga.Saga;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where to go on from an order. A command has a link only while the saga would carry it out, which the saga says. */
@RegisterForReflection
@Schema(
        name = "OrderLinks",
        requiredProperties = {"self", "timeline", "events"})
record OrderLinks(Link self, Link timeline, Link events, Link cancel, Link returns) {

    /** @param href relative to the service */
    @RegisterForReflection
    @Schema(name = "Link", requiredProperties = "href")
    record Link(String href) {}

    private static final Command CANCEL = new Cancel(RequestedBy.CUSTOMER, null);
    private static final Command RETURN = new AcceptReturn(null);

    static OrderLinks of(Order order) {
        return new OrderLinks(
                new Link(self(order.id())),
                new Link(self(order.id()) + "/timeline"),
                new Link(self(order.id()) + "/events"),
                allows(order, CANCEL) ? new Link(self(order.id()) + "/cancel") : null,
                allows(order, RETURN) ? returns(order.id()) : null);
    }

    static String self(UUID id) {
        return "/orders/" + id;
    }

    static Link returns(UUID id) {
        return new Link(self(id) + "/returns");
    }

    private static boolean allows(Order order, Command command) {
        return Saga.decide(order, command, order.updatedAt(), status -> null) instanceof Verdict.Applied;
    }
}
