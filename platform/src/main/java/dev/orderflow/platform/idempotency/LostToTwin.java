package dev.orderflow.platform.idempotency;

import io.smallrye.mutiny.Uni;

/** A twin committed between our look and our lock; our transaction has to go. */
final class LostToTwin extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LostToTwin() {
        super("the key was stored by a twin", null, false, false);
    }

    static Uni<Void> unless(Uni<Boolean> stored) {
        return stored.chain(
                won -> won ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new LostToTwin()));
    }
}
