package dev.orderflow.devservices.system;

import dev.orderflow.devservices.issuer.SigningKey;
import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.outside.OutsideParty;
import dev.orderflow.devservices.process.ExclusiveFile;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Reaper;
import dev.orderflow.devservices.process.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole Orderflow: Kafka, Postgres, Redis, the outside parties and the services, each a process. Its state is on disk:
 * any number of objects, in any number of JVMs, with the same data directory speak of the same system. Each call has
 * taken effect when it returns; a part that is in the wanted state already is left alone.
 */
public final class OrderflowSystem {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final Topology topology;
    private final Listener listener;

    public OrderflowSystem(Options options, Listener listener) {
        this.topology = Topology.of(options);
        this.listener = listener;
    }

    public static OrderflowSystem of(Options options) {
        return new OrderflowSystem(options, Listener.SILENT);
    }

    /** The same system; the services that this one starts are run from something else. */
    public OrderflowSystem as(Packaging packaging) {
        return new OrderflowSystem(topology.options().withPackaging(packaging), listener);
    }

    /** The same system; the services that this one starts are run from what was built in another checkout. */
    public OrderflowSystem from(Path checkout) {
        return new OrderflowSystem(topology.options().withCheckout(checkout), listener);
    }

    /** From now on all its processes end when this JVM does, even by SIGKILL; the data stay. */
    public OrderflowSystem ownedByThisJvm() {
        Reaper.end(topology.layout());
        return this;
    }

    /**
     * Starts everything that does not run: first what services need, then the services.
     *
     * @throws PartFailed if one of them does not become ready; the others may run by then
     */
    public void start() {
        startInfrastructure();
        startServices();
    }

    /**
     * Starts Kafka, Postgres with the services' databases, Redis and the outside parties. One process does so at a time:
     * who comes meanwhile waits, and finds them started.
     */
    public void startInfrastructure() {
        startTogether(topology.infrastructure());
    }

    /** Starts these parts of the infrastructure, as {@link #startInfrastructure()} does with all of it. */
    public void startInfrastructure(Set<String> names) {
        startTogether(names.stream().map(this::part).toList());
    }

    /** And the console, if it is wanted. */
    public void startServices() {
        Together.forEach(topology.applications(), this::startPart);
    }

    /** Starts one part by its name, such as {@code kafka} or {@code order-2}. */
    public void start(String name) {
        startPart(part(name));
    }

    /** Starts several parts at the same time. */
    public void startAll(List<String> names) {
        Together.forEach(names, this::start);
    }

    /** SIGKILL. */
    public void kill(String name) {
        part(name).kill();
    }

    /** SIGSTOP: the process is there and answers nobody, until it is thawed. */
    public void freeze(String name) {
        part(name).process().freeze();
    }

    /** SIGCONT. */
    public void thaw(String name) {
        part(name).process().thaw();
    }

    /** Ends one part in order. */
    public void stop(String name) {
        part(name).stop();
    }

    /** Ends everything, replicas of an earlier start included: services first, Postgres last. */
    public void stop() {
        Shutdown.of(topology, listener).run();
    }

    /** Ends the services, replicas of an earlier start included. */
    public void stopServices() {
        Shutdown.of(topology, listener).services();
    }

    /** Those that share it. */
    public Users users() {
        return new Users(this, topology.options(), listener);
    }

    /** How a service reaches what it needs. */
    public List<Connection> connections(Service service) {
        return new Connections(topology).of(service);
    }

    /** Whether a part answers, even one that runs in dev mode. */
    public boolean answers(String name) {
        return part(name).isReady();
    }

    /** Whether any of its processes runs. */
    public boolean isRunning() {
        return Shutdown.of(topology, listener).remaining().findAny().isPresent();
    }

    /** Every part as it is now, in the order of starting; then further replicas that run. */
    public List<PartStatus> status() {
        List<Part> parts = topology.parts();
        Set<String> known = parts.stream().map(Part::name).collect(Collectors.toSet());
        Stream<Part> more = Shutdown.of(topology, listener)
                .remaining()
                .filter(name -> !known.contains(name))
                .flatMap(name -> new PartNames(topology).find(name).stream());
        List<User> users = users().living();
        return Stream.concat(parts.stream(), more)
                .map(part -> PartStatus.of(part, users))
                .toList();
    }

    /** The ports that a start would need now, by the name of the part that listens there. */
    public Map<Integer, String> wantedPorts() {
        Map<Integer, String> wanted = new TreeMap<>();
        for (Part part : topology.parts()) {
            if (!part.process().isRunning()) {
                wanted.put(part.port(), part.name());
                topology.secondPort(part).ifPresent(port -> wanted.put(port, part.name()));
            }
        }
        return wanted;
    }

    /** The base URL of a service, without a slash at the end. */
    public String url(Service service) {
        return endpoints().service(service, 1);
    }

    /** Where everything is reached. */
    public Endpoints endpoints() {
        return new Endpoints(topology);
    }

    /** A bearer token for a subject in the given groups; the key is made when there is none yet. */
    public String token(String subject, String email, String... groups) {
        Path keys = topology.layout().data(OutsideParty.ISSUER);
        Instant now = Instant.now().minus(CLOCK_SKEW);
        Token token = new Token(
                subject, List.of(groups), email, endpoints().issuer(), Token.DEFAULT_AUDIENCE, now, TOKEN_LIFE);
        return token.sign(SigningKey.in(keys));
    }

    /** The key that the carrier asks its customers for. */
    public String carrierKey() {
        return Secrets.in(topology.layout().root()).carrierKey();
    }

    /** The key that the payment provider asks its customers for. */
    public String paymentKey() {
        return Secrets.in(topology.layout().root()).paymentKey();
    }

    /** The log of a part. */
    public Path log(String name) {
        return topology.layout().log(name);
    }

    public Layout layout() {
        return topology.layout();
    }

    /** Held by who starts the infrastructure or decides whether it is needed. */
    ExclusiveFile lock() {
        return new ExclusiveFile(layout().run().resolve("infrastructure.lock"));
    }

    private void startTogether(List<Part> parts) {
        lock().during(() -> Together.forEach(parts, this::startPart));
    }

    private void startPart(Part part) {
        Instant begin = Instant.now();
        boolean ran = part.process().isRunning();
        part.start();
        if (part.name().equals(topology.postgres().name())) {
            Service.withDatabase().forEach(service -> topology.postgres().ensureDatabase(service.database()));
        }
        if (!ran) {
            listener.ready(part.name(), part.port(), Duration.between(begin, Instant.now()));
        }
    }

    private Part part(String name) {
        return new PartNames(topology)
                .find(name)
                .orElseThrow(() -> new PartFailed("there is no " + name + "; there are "
                        + String.join(
                                ", ", topology.parts().stream().map(Part::name).toList())));
    }
}
