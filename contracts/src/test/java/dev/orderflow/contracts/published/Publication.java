package dev.orderflow.contracts.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the code says about its events, held against what was published. The published schemas are kept in full: what
 * was not recorded could be broken unseen.
 *
 * @param published every version of every event that was ever published
 * @param current the newest version of each event, as the code has it
 */
record Publication(List<EventSchema> published, List<EventSchema> current) {

    static final String COMMAND = "./mvnw -pl contracts test -Dtest=PublishContracts";

    /** What no publishing may mend: each entry names an event, what is broken, and what to do instead. */
    List<String> broken() {
        return Stream.concat(
                        published.stream().flatMap(this::lost),
                        current.stream()
                                .flatMap(now -> Stream.of(changed(now), moved(now), forgotten(now))
                                        .flatMap(Optional::stream)))
                .distinct()
                .toList();
    }

    /** Schemas that are new or have changed in a compatible way, and are not recorded yet. */
    List<EventSchema> unpublished() {
        return current.stream().filter(now -> !published.contains(now)).toList();
    }

    /** All that is published once the code's schemas are recorded. */
    List<EventSchema> afterwards() {
        var all = new ArrayList<>(current);
        published.stream()
                .filter(old -> current.stream().noneMatch(now -> now.name().equals(old.name())))
                .forEach(all::add);
        return all;
    }

    private Stream<String> lost(EventSchema old) {
        var now = find(current, schema -> schema.type().equals(old.type()));
        if (now.isEmpty()) {
            return Stream.of(
                    old.type() + " was published and is gone: a type is never renamed or dropped. Bring it back;"
                            + " a new name is a new event.");
        }
        return now
                .filter(schema -> schema.version() < old.version())
                .map(schema -> "%s was published and the code is at v%d: a version is never taken back."
                        .formatted(old, schema.version()))
                .stream();
    }

    private Optional<String> changed(EventSchema now) {
        return find(published, old -> old.name().equals(now.name()))
                .map(old -> Compatibility.breaks(old.json(), now.json()))
                .filter(breaks -> !breaks.isEmpty())
                .map(breaks -> "%s was published and can't change like this:%n  - %s%n%s"
                        .formatted(now, String.join("%n  - ".formatted(), breaks), instead(now)));
    }

    private static String instead(EventSchema now) {
        int next = now.version() + 1;
        return """
                Leave v%d as it was. Raise its @EventType to version %d, append an Upcaster from v%d, add
                src/test/resources/golden/%s.v%d.json, then run %s
                (contracts/README.md says more under "Change anything else").""".formatted(now.version(), next, now.version(), now.type(), next, COMMAND);
    }

    private Optional<String> moved(EventSchema now) {
        return find(
                        published,
                        old -> old.type().equals(now.type()) && !old.address().equals(now.address()))
                .map(old ->
                        "%s is published to %s, %s was to %s: events that move overtake each other. Make it a new event."
                                .formatted(now, now.address(), old, old.address()));
    }

    private Optional<String> forgotten(EventSchema now) {
        return IntStream.range(1, now.version())
                .mapToObj(version -> now.type() + ".v" + version)
                .filter(name -> find(published, old -> old.name().equals(name)).isEmpty())
                .findFirst()
                .map(name -> "The published schema of %s is missing: it is kept for good. Restore it.".formatted(name));
    }

    private static Optional<EventSchema> find(List<EventSchema> schemas, Predicate<EventSchema> wanted) {
        return schemas.stream().filter(wanted).findFirst();
    }
}
