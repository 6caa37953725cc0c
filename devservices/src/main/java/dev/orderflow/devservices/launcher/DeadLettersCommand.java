package dev.orderflow.devservices.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every method that is a command says what it did in one line per letter. */
@Command(
        name = "dead-letters",
        description = "Lists what services could not handle; show, replay and discard do something about it.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Callable<Integer> {

    private static final String FORMAT = "%-13s %-36s  %-9s %-32s %-36s %s";

    @Option(names = "--all", description = "Those that are settled, too.")
    private boolean all;

    /** Asks every service; one that does not answer is told, and makes the command fail. */
    @Override
    public Integer call() {
        var answers = Service.withDatabase().stream().map(this::lines).toList();
        var lines =
                answers.stream().flatMap(Optional::stream).flatMap(List::stream).toList();
        lines.forEach(Console::say);
        boolean answered = answers.stream().allMatch(Optional::isPresent);
        if (answered && lines.isEmpty()) {
            Console.say("No dead letters");
        }
        return answered ? 0 : 1;
    }

    /** Empty if the service does not answer. */
    private Optional<List<String>> lines(Service service) {
        try {
            return Optional.of(LettersOf.service(service).list(all).stream()
                    .map(letter -> line(service, letter))
                    .toList());
        } catch (PartFailed failure) {
            Console.say(service.module() + " does not answer: " + failure.getMessage());
            return Optional.empty();
        }
    }

    @Command(description = "Prints a letter with its record.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "SERVICE") Service service, @Parameters(paramLabel = "ID") String id) {
        Console.say(LettersOf.service(service).get(id).toPrettyString());
        return 0;
    }

    @Command(
            description = "Handles a letter, or all open ones that match, once more; what stands behind follows.",
            mixinStandardHelpOptions = true)
    int replay(
            @Parameters(paramLabel = "SERVICE") Service service,
            @Parameters(paramLabel = "ID", arity = "0..1", description = "All that match if there is none.") String id,
            @Option(names = "--type", description = "Only of this event type.") String type,
            @Option(names = "--key", description = "Only of this key.") String key,
            @Option(names = "--error-type", description = "Only those that failed with this.") String errorType) {
        var letters = LettersOf.service(service);
        if (id != null) {
            Console.say(settled(letters.replay(id)));
            return 0;
        }
        int released = letters.replay(filter(type, key, errorType));
        Console.say(released + " letters get their turn; ./run dead-letters shows what fails again");
        return 0;
    }

    @Command(description = "Gives a letter up; what stands behind follows.", mixinStandardHelpOptions = true)
    int discard(
            @Parameters(paramLabel = "SERVICE") Service service,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", description = "For the audit.") String reason) {
        Console.say(settled(LettersOf.service(service).discard(id, reason)));
        return 0;
    }

    private static ObjectNode filter(String type, String key, String errorType) {
        ObjectNode filter = Json.object();
        Optional.ofNullable(type).ifPresent(it -> filter.put("type", it));
        Optional.ofNullable(key).ifPresent(it -> filter.put("key", it));
        Optional.ofNullable(errorType).ifPresent(it -> filter.put("errorType", it));
        return filter;
    }

    private static String settled(JsonNode letter) {
        return "%s is %s; %d behind it follow"
                .formatted(
                        text(letter, "id"),
                        text(letter, "state"),
                        letter.path("behind").asInt());
    }

    private static String line(Service service, JsonNode letter) {
        return String.format(
                        FORMAT,
                        service.module(),
                        text(letter, "id"),
                        text(letter, "state"),
                        text(letter, "type"),
                        text(letter, "key"),
                        text(letter, "error"))
                .stripTrailing();
    }

    private static String text(JsonNode letter, String field) {
        return letter.path(field).asText("");
    }
}
