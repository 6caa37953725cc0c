package dev.orderflow.client;

import java.time.Duration;
import java.util.Optional;

/** Makes events of the lines of a text/event-stream. */
final class ServerSentEvents {

    /** @param id of the last event that had one, which resumes behind it */
    record Event(String id, String data) {}

    private final StringBuilder data = new StringBuilder();
    private String id;
    private Duration pause = Duration.ofSeconds(1);

    /** How long to wait before coming back. */
    Duration pause() {
        return pause;
    }

    /** An event when the line completes one; comments only show that the stream is alive. */
    Optional<Event> take(String line) {
        if (line.isEmpty()) {
            return completed();
        }
        int colon = line.indexOf(':');
        var name = colon < 0 ? line : line.substring(0, colon);
        set(name, colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", ""));
        return Optional.empty();
    }

    private void set(String name, String value) {
        switch (name) {
            case "data" -> data.append(value).append('\n');
            case "id" -> id = value;
            case "retry" -> pause = value.matches("\\d{1,7}") ? Duration.ofMillis(Long.parseLong(value)) : pause;
            default -> {
                // comments, and the event's name, which the data has too
            }
        }
    }

    private Optional<Event> completed() {
        var text = data.toString();
        data.setLength(0);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Event(id, text));
    }
}
