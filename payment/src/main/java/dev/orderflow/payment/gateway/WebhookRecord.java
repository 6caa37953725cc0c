package dev.orderflow.payment.gateway;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.messaging.trace.EventSpans;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.messaging.Learned;
import dev.orderflow.payment.messaging.PaymentRecorder;
import dev.orderflow.payment.persistence.Followed;
import dev.orderflow.payment.persistence.PaymentTable;
import dev.orderflow.payment.persistence.ProviderEventTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The effect of webhooks, in one transaction; a statement for any number of them. */
@Singleton
class WebhookRecord {

    private static final Logger LOG = Logger.getLogger(WebhookRecord.class);

    private final PaymentTable payments;
    private final ProviderEventTable events;
    private final PaymentRecorder recorder;

    @Inject
    WebhookRecord(PaymentTable payments, ProviderEventTable events, PaymentRecorder recorder) {
        this.payments = payments;
        this.events = events;
        this.recorder = recorder;
    }

    /**
     * The payments are locked first, so that two deliveries of one event come one after the other. Answers what is about
     * payments that others have locked, as the record of the very call does that it tells of: whoever waited for that would
     * keep the other payments of its batch from the records of theirs.
     */
    Uni<Set<Heard>> of(UnitOfWork work, List<Heard> heard) {
        var intents = heard.stream().map(WebhookRecord::intent).collect(toSet());
        return payments.lockFreeByIntent(work.sql(), intents)
                .chain(locked -> apply(work, heard, locked, without(intents, locked.keySet())));
    }

    /** @param rest the intents that others have locked, or that are not ours */
    private Uni<Set<Heard>> apply(UnitOfWork work, List<Heard> heard, Map<String, Followed> locked, Set<String> rest) {
        return payments.known(work.sql(), rest)
                .invoke(busy -> about(without(rest, busy), heard).forEach(each -> foreign(work, each.notice())))
                .chain(busy -> once(work, about(locked.keySet(), heard), locked)
                        .replaceWith(() -> Set.copyOf(about(busy, heard))));
    }

    private static String intent(Heard heard) {
        return heard.notice().intentId();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(not(some::contains)).collect(toSet());
    }

    private static List<Heard> about(Set<String> intents, List<Heard> heard) {
        return heard.stream().filter(each -> intents.contains(intent(each))).toList();
    }

    /** Told after the commit: a batch that fails is tried again in halves. */
    private static void foreign(UnitOfWork work, Notice notice) {
        work.afterCommit(() -> LOG.infof("%s of %s is about none of our payments", notice.type(), notice.intentId()));
    }

    private Uni<Void> once(UnitOfWork work, List<Heard> ours, Map<String, Followed> locked) {
        if (ours.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = ours.stream().map(each -> each.notice().eventId()).toList();
        return events.known(work.sql(), ids).chain(known -> learn(work, firstOfEach(ours, known), locked));
    }

    private static List<Heard> firstOfEach(List<Heard> heard, Set<String> known) {
        var seen = new HashSet<>(known);
        return heard.stream().filter(each -> seen.add(each.notice().eventId())).toList();
    }

    /** Remembered only if it was news: one that came before its time, and comes again, is heard again. */
    private Uni<Void> learn(UnitOfWork work, List<Heard> fresh, Map<String, Followed> locked) {
        var byOrder =
                locked.values().stream().map(Followed::payment).collect(toMap(Payment::orderId, Function.identity()));
        return recorder.learn(
                        work,
                        byOrder,
                        fresh,
                        each -> lesson(each, locked.get(each.notice().intentId()), work.spans()))
                .chain(news -> events.mark(work.sql(), types(news)));
    }

    private static Learned lesson(Heard heard, Followed ours, EventSpans spans) {
        var notice = heard.notice();
        var order = ours.payment().orderId();
        var about = new EventSpans.About(order.toString(), notice.eventId(), ours.traceparent());
        return new Learned(order, notice.fact(), heard.cause().joining(spans, "webhook " + notice.type(), about));
    }

    private static Map<String, String> types(List<Heard> news) {
        return news.stream().map(Heard::notice).collect(toMap(Notice::eventId, Notice::type));
    }
}
