package dev.orderflow.order.application;

import io.smallrye.mutiny.Uni;

/**
 * A customer was erased after an order of theirs had got its id: whatever was written with it has to go. No
 * {@link Placement}, since only the statement that writes it can tell.
 */
public final class ErasedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ErasedException() {
        super("the customer was erased meanwhile", null, false, false);
    }

    static Uni<Void> unless(Uni<Boolean> taken) {
        return taken.chain(
                all -> all ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new ErasedException()));
    }
}
