package dev.orderflow.notification.persistence;

import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Status;
import dev.orderflow.notification.domain.Template;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A notification as its customer reads it. Read only: {@link Notifications} writes. */
@Entity
@Table(name = "notification")
public class NotificationEntity {

    @Id
    public UUID id;

    @Column(name = "order_id")
    public UUID orderId;

    @Column(name = "customer_id")
    public String customerId;

    public String channel;

    @Enumerated(EnumType.STRING)
    public Template template;

    @Enumerated(EnumType.STRING)
    public Language language;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "sent_at")
    public Instant sentAt;
}
