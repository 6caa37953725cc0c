package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.check.Observations.Cancellation;
import dev.orderflow.devservices.drill.check.Observations.Counted;
import dev.orderflow.devservices.drill.check.Observations.Letter;
import dev.orderflow.devservices.drill.check.Observations.Mail;
import dev.orderflow.devservices.drill.check.Observations.Moved;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Parcel;
import dev.orderflow.devservices.drill.check.Observations.Payment;
import dev.orderflow.devservices.drill.check.Observations.Points;
import dev.orderflow.devservices.drill.check.Observations.Product;
import dev.orderflow.devservices.drill.check.Observations.Published;
import dev.orderflow.devservices.drill.check.Observations.Reader;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.check.Observations.Shelf;
import dev.orderflow.devservices.drill.check.Observations.Stall;
import dev.orderflow.devservices.drill.check.Observations.Takeover;
import dev.orderflow.devservices.drill.check.Observations.Task;
import dev.orderflow.devservices.drill.check.Observations.Trace;
import dev.orderflow.devservices.drill.check.Observations.TwoCounts;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.fault.Place;
import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.drill.load.Script;
import dev.orderflow.devservices.drill.load.Wish;
import dev.orderflow.devservices.drill.schedule.Fault;
import dev.orderflow.devservices.system.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Made-up observations: what a drill might have seen. */
public final class Seen {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final DrillPlan PLAN = new DrillPlan(1, Duration.ofMinutes(1), 2, 4);
    static final BigDecimal TOTAL = new BigDecimal("20.00");
    static final Map<String, Integer> TWO_MUGS = Map.of("mug", 2);

    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Shelf> shelves = new ArrayList<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final Map<Service, List<Recorded>> journals = new EnumMap<>(Service.class);
    private final List<Task> tasks = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final Map<String, List<Published>> topics = new HashMap<>();
    private final List<Reader> readers = new ArrayList<>();
    private final List<Takeover> takeovers = new ArrayList<>();
    private final List<Done> faults = new ArrayList<>();
    private final Set<Place> repeated = new HashSet<>();
    private final List<Trace> traces = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final Counted journal = new Counted(new HashMap<>(), new HashMap<>());
    private final Counted analytics = new Counted(new HashMap<>(), new HashMap<>());
    private final List<Stall> stalls = new ArrayList<>();
    private long holds;
    private DrillPlan plan = PLAN;

    public Observations now() {
        return new Observations(
                purchases,
                orders,
                payments,
                shelves,
                holds,
                parcels,
                mails,
                letters,
                journals,
                tasks,
                products,
                topics,
                readers,
                takeovers,
                plan,
                faults,
                repeated,
                traces,
                new Points(moved, balances),
                new TwoCounts(journal, analytics),
                stalls);
    }

    static Purchase purchase(Kind kind, String order, int placed, int cancelled, int returned, String... complaints) {
        Script script = new Script(1, kind, "ada", TWO_MUGS, Duration.ZERO, false);
        Map<Wish, Integer> answers = Map.of(Wish.CANCEL, cancelled, Wish.RETURN, returned);
        return new Purchase(script, order, placed, answers, 1, NOON, List.of(complaints));
    }

    Seen bought(Kind kind, String order) {
        return bought(purchase(kind, order, 201, 0, 0));
    }

    /** An operator was asked to close it, and has answered so. */
    static Purchase resolved(Kind kind, String order, int answer) {
        Script script = new Script(1, kind, "ada", TWO_MUGS, Duration.ZERO, false);
        Map<Wish, Integer> answers = Map.of(Wish.RETURN, 202, Wish.RESOLVE, answer);
        return new Purchase(script, order, 201, answers, 1, NOON, List.of());
    }

    /** Has ordered, and was to be forgotten. */
    static Purchase erased(String order, int answer) {
        Script script = new Script(1, Kind.LEAVES, "drill-leaver-1", TWO_MUGS, Duration.ZERO, false);
        return new Purchase(script, order, 201, Map.of(Wish.ERASE, answer), 1, NOON, List.of());
    }

    Seen bought(Purchase purchase) {
        purchases.add(purchase);
        return this;
    }

    Seen order(String id, String status) {
        return order(id, status, null);
    }

    Seen order(String id, String status, Cancellation cancellation) {
        orders.add(new Order(id, "ada", status, TOTAL, TWO_MUGS, cancellation, "parcel of " + id, NOON));
        return this;
    }

    Seen paid(String order, String captured, String refunded) {
        payments.add(new Payment(order, new BigDecimal(captured), new BigDecimal(refunded)));
        return this;
    }

    Seen mugs(long start, long onHand, long reserved, String level) {
        shelves.add(new Shelf("mug", start, onHand, reserved, level));
        return this;
    }

    Seen parcel(String trackingNumber, boolean isReturn, String status) {
        parcels.add(new Parcel(trackingNumber, isReturn, status));
        return this;
    }

    Seen holds(long count) {
        holds = count;
        return this;
    }

    Seen mail(String id, String order, String subject, Instant at) {
        return mailTo("ada@example.com", id, order, subject, at);
    }

    Seen mailTo(String address, String id, String order, String subject, Instant at) {
        mails.add(new Mail(id, address, order, subject, at));
        return this;
    }

    Seen letter(Letter letter) {
        letters.add(letter);
        return this;
    }

    Seen recorded(Service service, String topic, String key, String type, long version, UUID event) {
        journals.computeIfAbsent(service, _ -> new ArrayList<>())
                .add(new Recorded(event, topic, key, type, version, NOON));
        return this;
    }

    Seen owes(Service service, String kind, String key, String state) {
        tasks.add(new Task(service, kind, key, state, 3, null));
        return this;
    }

    Seen product(Product product) {
        products.add(product);
        return this;
    }

    Seen published(String topic, String key, UUID event, Instant at) {
        List<Published> events = topics.computeIfAbsent(topic, _ -> new ArrayList<>());
        events.add(new Published(new Place(topic, 0, events.size()), key, event, at));
        return this;
    }

    Seen reader(String group, String member, String topic, Integer... partitions) {
        readers.add(new Reader(group, member, topic, Set.of(partitions)));
        return this;
    }

    Seen takenOver(Service service, long epoch, Instant at) {
        takeovers.add(new Takeover(service, epoch, at));
        return this;
    }

    /** One that lasts. */
    Seen drilledFor(Duration duration) {
        plan = new DrillPlan(1, duration, 2, 4);
        return this;
    }

    Seen recordedAt(Instant at, Service service, UUID event) {
        journals.computeIfAbsent(service, _ -> new ArrayList<>()).add(new Recorded(event, "", "", "", 1, at));
        return this;
    }

    public Seen recordedAt(Instant at, String order, String type) {
        journals.computeIfAbsent(Service.ORDER, _ -> new ArrayList<>())
                .add(new Recorded(UUID.randomUUID(), "order-events", order, "orderflow.order." + type, 1, at));
        return this;
    }

    Seen trace(String place, String what) {
        traces.add(new Trace(place, what));
        return this;
    }

    Seen moved(String order, long points) {
        moved.add(new Moved(order, points));
        return this;
    }

    Seen balance(String customer, long points) {
        balances.put(customer, points);
        return this;
    }

    /** @param journal null if there it is not, as in what is answered */
    Seen counted(String figure, String journal, String answered) {
        return put(this.journal.figures(), figure, journal).put(analytics.figures(), figure, answered);
    }

    /** As {@link #counted}. */
    Seen pattern(String customer, String journal, String answered) {
        return put(this.journal.patterns(), customer, journal).put(analytics.patterns(), customer, answered);
    }

    private Seen put(Map<String, String> counts, String name, String count) {
        if (count != null) {
            counts.put(name, count);
        }
        return this;
    }

    Seen stalled(Instant begin, Instant end) {
        stalls.add(new Stall(begin, end));
        return this;
    }

    public Seen faults(List<Done> all) {
        faults.addAll(all);
        return this;
    }

    /** The one that was published last on this topic was the drill's doing. */
    Seen byTheDrill(String topic) {
        repeated.add(topics.get(topic).getLast().place());
        return this;
    }

    Seen killed(String process, Instant begin, Instant end) {
        return fault(process, begin, end, "");
    }

    /** Both replicas. */
    Seen killedAll(Service service, Instant begin, Instant end) {
        Fault fault = new Fault.KillService(service, 2, Duration.ofSeconds(1));
        List<String> processes = List.of(service.replica(1), service.replica(2));
        faults.add(new Done(Duration.ZERO, fault, processes, begin, end, ""));
        return this;
    }

    Seen cutOff(Duration lasting, Instant begin) {
        faults.add(new Done(Duration.ZERO, new Fault.CutProvider(lasting), List.of(), begin, begin.plus(lasting), ""));
        return this;
    }

    Seen frozen(Service service, Instant begin, Instant end) {
        Fault fault = new Fault.Freeze(service, Duration.between(begin, end));
        faults.add(new Done(Duration.ZERO, fault, List.of(service.module()), begin, end, ""));
        return this;
    }

    Seen lostAnswers(Duration lasting, Instant begin) {
        faults.add(new Done(Duration.ZERO, new Fault.LoseAnswers(lasting), List.of(), begin, begin.plus(lasting), ""));
        return this;
    }

    Seen fault(String process, Instant begin, Instant end, String failure) {
        Fault fault = new Fault.Kill(process, Duration.ofSeconds(1));
        faults.add(new Done(Duration.ZERO, fault, List.of(process), begin, end, failure));
        return this;
    }
}
