package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Takeover;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who began to publish when: each relay names its epoch in its log once it has published under it. */
record Takeovers(OrderflowSystem system, int replicas) {

    private static final Pattern BEGUN = Pattern.compile(
            "^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}) .*publishing from position \\d+, epoch (\\d+)$");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

    List<Takeover> read() {
        return Service.withDatabase().stream()
                .flatMap(service -> IntStream.rangeClosed(1, replicas)
                        .mapToObj(service::replica)
                        .map(system::log)
                        .filter(Files::exists)
                        .flatMap(log -> in(log, service)))
                .toList();
    }

    private static Stream<Takeover> in(Path log, Service service) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines
                    .flatMap(line -> BEGUN.matcher(line).results())
                    .map(begun -> takeover(service, begun))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new PartFailed(log + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Takeover takeover(Service service, MatchResult begun) {
        var at = LocalDateTime.parse(begun.group(1), LOCAL).atZone(ZoneId.systemDefault());
        return new Takeover(service, Long.parseLong(begun.group(2)), at.toInstant());
    }
}
