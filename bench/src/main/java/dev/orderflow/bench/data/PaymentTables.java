package dev.orderflow.bench.data;

import static dev.orderflow.bench.data.Step.*;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/** Payment's rows: the payments, how often the provider was asked, and where its books differ. */
final class PaymentTables implements Tables {

    private static final Duration TO_PAY = Duration.ofMinutes(10);

    /** So many of them, however many orders: what few rows were read by says nothing. */
    private static final int DIFFERENCES = 1_000;

    private final DataPlan plan;
    private final Rows payments = new Rows(
            "payment",
            "order_id, id, customer_id, status, currency, amount, captured, refunded, pay_by, intent_id, refund_id,"
                    + " cause, cancel_round, return_round, version, created_at, changed_at");
    private final Rows attempts = new Rows("payment_attempt", "order_id, at, outcome");
    private final Rows differences =
            new Rows("reconciliation_difference", "intent_id, kind, order_id, here, run, first_seen_at, last_seen_at");
    private final JournalRows journal = new JournalRows();
    private final int differenceOf;
    private int added;

    private record Here(String status, Money captured, Money refunded) {}

    PaymentTables(DataPlan plan) {
        this.plan = plan;
        this.differenceOf = Math.max(1, plan.orders() / DIFFERENCES);
    }

    @Override
    public void add(Purchase purchase) {
        if (purchase.has(PAYMENT_REQUESTED)) {
            addPayment(purchase);
            addAttempts(purchase);
            announce(purchase, new ServiceEvents(plan, purchase, journal));
            if (purchase.has(CONFIRMED) && added++ % differenceOf == 0) {
                differ(purchase);
            }
        }
    }

    private void addPayment(Purchase purchase) {
        boolean refunded = purchase.has(PAYMENT_REFUNDED);
        var total = purchase.total().amount();
        var nothing = Money.zero("EUR").amount();
        payments.add(purchase.id())
                .add(purchase.names().payment())
                .add(purchase.customer().id())
                .add(status(purchase))
                .add("EUR")
                .add(total)
                .add(purchase.has(CONFIRMED) ? total : nothing)
                .add(refunded ? total : nothing)
                .add(purchase.at(PAYMENT_REQUESTED).plus(TO_PAY))
                .add("pi_" + purchase.names().payment())
                .add(refunded ? refund(purchase) : null)
                .add(refunded ? cause(purchase).name() : null)
                .add(refunded && cause(purchase) == RefundCause.CANCELLED ? 1 : 0)
                .add(refunded && cause(purchase) == RefundCause.RETURNED ? 1 : 0)
                .add(version(purchase))
                .add(purchase.at(PAYMENT_REQUESTED))
                .add(changed(purchase))
                .end();
    }

    private static String status(Purchase purchase) {
        if (purchase.has(PAYMENT_REFUNDED)) {
            return "REFUNDED";
        }
        if (purchase.has(PAYMENT_DECLINED)) {
            return "DECLINED";
        }
        return purchase.has(CONFIRMED) ? "CAPTURED" : "AUTHORISING";
    }

    /** The request, the intent and its outcome; then the refund that was asked for and its own. */
    private static int version(Purchase purchase) {
        if (purchase.has(PAYMENT_REFUNDED)) {
            return 5;
        }
        return purchase.has(CONFIRMED) || purchase.has(PAYMENT_DECLINED) ? 3 : 2;
    }

    private static Instant changed(Purchase purchase) {
        return purchase.past()
                .at(PAYMENT_REFUNDED)
                .or(() -> purchase.past().at(CONFIRMED))
                .or(() -> purchase.past().at(PAYMENT_DECLINED))
                .orElse(purchase.at(PAYMENT_REQUESTED));
    }

    private void addAttempts(Purchase purchase) {
        attempt(purchase.id(), "intent-created", purchase.at(PAYMENT_REQUESTED));
        purchase.past().at(CONFIRMED).ifPresent(at -> attempt(purchase.id(), "captured", at));
        purchase.past().at(PAYMENT_DECLINED).ifPresent(at -> attempt(purchase.id(), "declined:card_declined", at));
        purchase.past().at(PAYMENT_REFUNDED).ifPresent(at -> attempt(purchase.id(), "refunded", at));
    }

    private void attempt(UUID order, String outcome, Instant at) {
        attempts.add(order).add(at).add(outcome).end();
    }

    private void announce(Purchase purchase, ServiceEvents events) {
        var id = purchase.id();
        var customer = purchase.customer().id();
        var payment = purchase.names().payment();
        purchase.past()
                .at(CONFIRMED)
                .ifPresent(
                        at -> events.published(3, new PaymentCompleted(id, customer, payment, purchase.total()), at));
        purchase.past()
                .at(PAYMENT_DECLINED)
                .ifPresent(at -> events.published(
                        3, new PaymentDeclined(id, customer, payment, "card_declined", "The card was declined."), at));
        purchase.past()
                .at(PAYMENT_REFUNDED)
                .ifPresent(at -> events.published(
                        5,
                        new PaymentRefunded(id, customer, payment, refund(purchase), purchase.total(), cause(purchase)),
                        at));
    }

    private void differ(Purchase purchase) {
        var here = new Here("CAPTURED", purchase.total(), Money.zero("EUR"));
        differences
                .add("pi_" + purchase.names().payment())
                .add("CAPTURED_HERE_ONLY")
                .add(purchase.id())
                .add(Texts.json(here))
                .add(1)
                .add(purchase.at(CONFIRMED))
                .add(purchase.at(CONFIRMED))
                .end();
    }

    private static String refund(Purchase purchase) {
        return "re_" + purchase.names().payment();
    }

    private static RefundCause cause(Purchase purchase) {
        return purchase.has(RETURNED) ? RefundCause.RETURNED : RefundCause.CANCELLED;
    }

    @Override
    public void send(CopyManager copy) throws SQLException, IOException {
        payments.send(copy);
        attempts.send(copy);
        differences.send(copy);
        journal.send(copy);
    }

    @Override
    public long sent() {
        return payments.sent() + attempts.sent() + differences.sent() + journal.sent();
    }
}
