package dev.orderflow.shipping.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A shipment as requests read it. Whatever writes goes through {@link Shipments}. */
@Entity
@Immutable
@Table(name = "shipment")
public class ShipmentEntity extends PanacheEntityBase {

    @Id
    @Column(name = "order_id")
    public UUID orderId;

    @Column(name = "customer_id")
    public String customerId;

    public String status;

    @Column(name = "label_id")
    public UUID labelId;

    public String carrier;

    @Column(name = "tracking_number")
    public String trackingNumber;

    @Column(name = "scheduled_at")
    public Instant scheduledAt;

    @Column(name = "dispatched_at")
    public Instant dispatchedAt;

    @Column(name = "delivered_at")
    public Instant deliveredAt;

    @Column(name = "return_label_id")
    public UUID returnLabelId;

    @Column(name = "return_carrier")
    public String returnCarrier;

    @Column(name = "return_tracking_number")
    public String returnTrackingNumber;

    @Column(name = "return_booked_at")
    public Instant returnBookedAt;

    @Column(name = "return_dispatched_at")
    public Instant returnDispatchedAt;

    @Column(name = "return_received_at")
    public Instant returnReceivedAt;
}
