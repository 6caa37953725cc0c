package dev.orderflow.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The names, as variables of the environment, of the settings that the code reads. */
final class Settings {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("(@WithDefault\\(.*\\)\n)?^ +([\\w.<>, ]+) (\\w+)\\(\\);", Pattern.MULTILINE);
    private static final Pattern INTERFACE = Pattern.compile("\\binterface (\\w+)");
    private static final Set<String> LIBRARIES = libraries();

    private Settings() {}

    static boolean exists(String service, String variable) {
        return LIBRARIES.contains(variable)
                || Project.shared().toString().contains("${" + variable)
                || mapped(service, variable).findAny().isPresent();
    }

    /** Whether a service does not start without it. */
    static boolean isNeeded(String service, String variable) {
        return mapped(service, variable).anyMatch(method -> !method.hasDefault());
    }

    /** Of Quarkus' extensions, as each tells them itself, of Kafka's clients, of MicroProfile JWT and of the C library. */
    private static Set<String> libraries() {
        var names = new HashSet<>(quarkus());
        ConsumerConfig.configNames().forEach(name -> names.add("KAFKA_" + variable(name)));
        names.add("MALLOC_ARENA_MAX"); // the C library's
        names.add(variable(org.eclipse.microprofile.jwt.config.Names.ISSUER));
        names.add(variable(org.eclipse.microprofile.jwt.config.Names.VERIFIER_PUBLIC_KEY_LOCATION));
        return names;
    }

    private static Set<String> quarkus() {
        try {
            var models = Settings.class
                    .getClassLoader()
                    .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json");
            return Collections.list(models).stream()
                    .flatMap(Settings::variables)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> variables(URL model) {
        try {
            return new ObjectMapper().readTree(model).findValuesAsText("environmentVariable").stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The methods of config mappings that it is the name of. */
    private static Stream<Method> mapped(String service, String variable) {
        return Stream.of(service, "messaging", "platform", "platform/web")
                .flatMap(module -> Project.files(module + "/src/main/java", "Config.java").stream())
                .flatMap(file -> mappedBy(text(file), variable));
    }

    private static Stream<Method> mappedBy(String source, String variable) {
        var mapping = new Mapping(source);
        return PREFIX.matcher(source)
                .results()
                .map((MatchResult found) -> variable(found.group(1)) + "_")
                .filter(variable::startsWith)
                .flatMap(prefix -> mapping.methods(variable.substring(prefix.length()), mapping.root()));
    }

    private record Method(String type, boolean hasDefault) {

        static Method of(MatchResult found) {
            return new Method(
                    found.group(2), found.group(1) != null || found.group(2).startsWith("Optional"));
        }
    }

    /** The interfaces of a file, the mapping itself first, with their methods by their names, as in a variable. */
    private record Mapping(Map<String, Map<String, Method>> interfaces, String root) {

        Mapping(String source) {
            this(
                    interfaces(source),
                    INTERFACE
                            .matcher(source)
                            .results()
                            .map(found -> found.group(1))
                            .findFirst()
                            .orElse(""));
        }

        private static Map<String, Map<String, Method>> interfaces(String source) {
            var found = new HashMap<String, Map<String, Method>>();
            for (var part : source.split("(?=\\binterface )")) {
                INTERFACE.matcher(part).results().findFirst().ifPresent(one -> found.put(one.group(1), methods(part)));
            }
            return found;
        }

        private static Map<String, Method> methods(String part) {
            return METHOD.matcher(part)
                    .results()
                    .collect(Collectors.toMap(found -> variable(kebab(found.group(3))), Method::of));
        }

        /** At a path of names, from an interface on. */
        Stream<Method> methods(String rest, String type) {
            return interfaces.getOrDefault(type, Map.of()).entrySet().stream()
                    .flatMap(method -> interfaces.containsKey(method.getValue().type())
                            ? below(rest, method.getKey() + "_", method.getValue())
                            : Stream.of(method.getValue()).filter(found -> rest.equals(method.getKey())));
        }

        private Stream<Method> below(String rest, String name, Method method) {
            return rest.startsWith(name) ? methods(rest.substring(name.length()), method.type()) : Stream.empty();
        }
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1");
    }

    /** As MicroProfile Config maps them. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
