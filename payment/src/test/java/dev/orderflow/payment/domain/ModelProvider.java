package dev.orderflow.payment.domain;

import dev.orderflow.contracts.value.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A provider in a few lines: one card, sticky answers per key, and webhooks for whoever reads them. */
final class ModelProvider {

    enum Intent {
        NONE,
        OPEN,
        CAPTURED,
        DECLINED,
        CANCELLED
    }

    private final Random random;
    private final Money amount;
    private final boolean cardPays;
    final List<Fact> webhooks = new ArrayList<>();
    Intent intent = Intent.NONE;
    boolean refunded;
    private int mishaps = 8;
    private final Map<Integer, Fact> refundAnswers = new HashMap<>();
    private String pending;
    private String paidBack;

    ModelProvider(Random random, Money amount) {
        this.random = random;
        this.amount = amount;
        this.cardPays = random.nextInt(4) > 0;
    }

    Fact create() {
        intent = intent == Intent.NONE ? Intent.OPEN : intent;
        return new Fact.IntentCreated("pi_1");
    }

    Fact confirm() {
        if (intent == Intent.OPEN) {
            intent = cardPays ? Intent.CAPTURED : Intent.DECLINED;
            webhooks.add(cardPays ? new Fact.CaptureReported(amount) : Fixtures.DECLINED);
        }
        return told();
    }

    Fact settle() {
        if (intent == Intent.OPEN) {
            intent = Intent.CANCELLED;
            webhooks.add(new Fact.IntentCancelled());
        }
        return told();
    }

    /** The bank sends back what had arrived. */
    void refundBreaks() {
        if (refunded && mishaps-- > 0) {
            webhooks.add(Fixtures.broke(paidBack));
            payBack(null, false);
        }
    }

    /** What was paid back, or is on its way, by another key's call is found by looking. */
    Fact refund(int refundTry) {
        if (!refundAnswers.containsKey(refundTry) && refunded) {
            return new Fact.Refunded(refundTry, paidBack);
        }
        if (!refundAnswers.containsKey(refundTry) && pending != null) {
            return new Fact.RefundPending(refundTry, pending);
        }
        return refundAnswers.computeIfAbsent(refundTry, this::decide);
    }

    /** A refund that is under way ends, sooner or later. */
    Fact watch(String refundId) {
        if (refundId.equals(pending) && random.nextBoolean()) {
            return new Fact.RefundUnderWay(refundId, 0);
        }
        if (refundId.equals(pending)) {
            pending = null;
            payBack(refundId, random.nextBoolean());
            webhooks.add(ended(refundId));
        }
        return ended(refundId);
    }

    /** What is under way ends, whether anybody looks or not. */
    void endsWhatIsUnderWay() {
        while (pending != null) {
            watch(pending);
        }
    }

    private void payBack(String refundId, boolean really) {
        refunded = really;
        paidBack = really ? refundId : null;
    }

    private Fact ended(String refundId) {
        return refundId.equals(paidBack) ? new Fact.RefundSettled(refundId) : Fixtures.broke(refundId);
    }

    private Fact decide(int refundTry) {
        var refundId = "re_" + refundTry;
        return switch (random.nextInt(4)) {
            case 0 -> Fixtures.refused(refundTry);
            case 1 -> {
                pending = refundId;
                yield new Fact.RefundPending(refundTry, refundId);
            }
            default -> {
                payBack(refundId, true);
                webhooks.add(new Fact.ChargeRefunded("ch_1"));
                webhooks.add(new Fact.RefundSettled(refundId));
                yield new Fact.Refunded(refundTry, refundId);
            }
        };
    }

    private Fact told() {
        return switch (intent) {
            case CAPTURED -> new Fact.Captured(amount);
            case DECLINED -> Fixtures.DECLINED;
            case CANCELLED -> new Fact.IntentCancelled();
            case NONE, OPEN -> throw new IllegalStateException(intent.name());
        };
    }
}
