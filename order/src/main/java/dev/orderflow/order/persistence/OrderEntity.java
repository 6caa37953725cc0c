package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.OrderStatus;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/**
 * A row of {@code orders}, JSON still as text. Only read through Hibernate: what writes is set-based, see
 * {@link OrderStore}, and reads rows into the same shape.
 */
@Entity
@Immutable
@Table(name = "orders")
class OrderEntity {

    @Id
    UUID id;

    @Column(name = "customer_id")
    String customerId;

    String reference;

    @Enumerated(EnumType.STRING)
    OrderStatus status;

    @Formula("cast(lines as text)")
    String lines;

    String currency;
    BigDecimal subtotal;

    @Column(name = "shipping_fee")
    BigDecimal shippingFee;

    BigDecimal total;
    String hold;

    @Formula("cast(shipping_address as text)")
    String shippingAddress;

    @Formula("cast(contact as text)")
    String contact;

    @Column(name = "payment_method")
    String paymentMethod;

    @Column(name = "payment_token")
    String paymentToken;

    @Formula("cast(cancellation as text)")
    String cancellation;

    @Formula("cast(payment as text)")
    String payment;

    @Formula("cast(shipment as text)")
    String shipment;

    @Formula("array_to_string(due, ',')")
    String due;

    int round;

    @Column(name = "return_round")
    int returnRound;

    boolean stuck;
    OffsetDateTime since;
    OffsetDateTime deadline;
    long version;

    @Column(name = "created_at")
    OffsetDateTime createdAt;

    @Column(name = "updated_at")
    OffsetDateTime updatedAt;

    /** What {@link #from} reads. */
    static final String COLUMNS = """
            id, customer_id, reference, status, lines::text AS lines, currency, subtotal, shipping_fee, total, hold,
            shipping_address::text AS shipping_address, contact::text AS contact, payment_method, payment_token,
            cancellation::text AS cancellation, payment::text AS payment, shipment::text AS shipment,
            array_to_string(due, ',') AS due, round, return_round, stuck, since, deadline, version, created_at,
            updated_at""";

    static OrderEntity from(Row row) {
        var order = new OrderEntity();
        order.readTerms(row);
        order.readPersonal(row);
        order.readProgress(row);
        return order;
    }

    private void readTerms(Row row) {
        id = row.getUUID("id");
        customerId = row.getString("customer_id");
        reference = row.getString("reference");
        lines = row.getString("lines");
        currency = row.getString("currency");
        subtotal = row.getBigDecimal("subtotal");
        shippingFee = row.getBigDecimal("shipping_fee");
        total = row.getBigDecimal("total");
        hold = row.getString("hold");
        createdAt = row.getOffsetDateTime("created_at");
    }

    private void readPersonal(Row row) {
        shippingAddress = row.getString("shipping_address");
        contact = row.getString("contact");
        paymentMethod = row.getString("payment_method");
        paymentToken = row.getString("payment_token");
    }

    private void readProgress(Row row) {
        status = OrderStatus.valueOf(row.getString("status"));
        cancellation = row.getString("cancellation");
        payment = row.getString("payment");
        shipment = row.getString("shipment");
        due = row.getString("due");
        round = row.getInteger("round");
        returnRound = row.getInteger("return_round");
        stuck = row.getBoolean("stuck");
        since = row.getOffsetDateTime("since");
        deadline = row.getOffsetDateTime("deadline");
        version = row.getLong("version");
        updatedAt = row.getOffsetDateTime("updated_at");
    }
}
