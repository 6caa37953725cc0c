package dev.orderflow.payment.persistence;

import dev.orderflow.payment.domain.PaymentStatus;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Payments for the HTTP side. */
@ApplicationScoped
public class PaymentRepository implements PanacheRepositoryBase<PaymentEntity, UUID> {

    private static final String WITH_ATTEMPTS =
            "FROM PaymentEntity p LEFT JOIN FETCH p.attempts WHERE p.orderId = ?1 AND p.status <> ?2";

    /** With its attempts, in one statement; null for an order that payment knows nothing of. */
    @WithSession
    public Uni<PaymentEntity> find(UUID orderId) {
        return list(WITH_ATTEMPTS, orderId, PaymentStatus.NONE).map(found -> found.isEmpty() ? null : found.getFirst());
    }
}
