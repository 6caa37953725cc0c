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
    private static final Pattern METHOD = Pattern.compile("^ +([\\w.<>, ]+) (\\w+)\\(\\);", Pattern.MULTILINE);
    private static final Pattern INTERFACE = Pattern.compile("\\binterface (\\w+)");
    private static final Set<String> LIBRARIES = libraries();

    private Settings() {}

    static boolean exists(String service, String variable) {
        return LIBRARIES.contains(variable)
                || Project.shared().toString().contains("${" + variable)
                || Stream.of(service, "messaging", "platform", "platform/web")
                        .anyMatch(module -> isMapped(module, variable));
    }

    /** Of Quarkus' extensions, as each tells them itself, of Kafka's clients, and of MicroProfile JWT. */
    private static Set<String> libraries() {
        var names = new HashSet<>(quarkus());
        ConsumerConfig.configNames().forEach(name -> names.add("KAFKA_" + variable(name)));
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

    /** Whether a config mapping of the module has a path of methods with this name. */
    private static boolean isMapped(String module, String variable) {
        return Project.files(module + "/src/main/java", "Config.java").stream()
                .map(Settings::text)
                .anyMatch(source -> isMappedBy(source, variable));
    }

    private static boolean isMappedBy(String source, String variable) {
        var mapping = new Mapping(source);
        return PREFIX.matcher(source)
                .results()
                .map((MatchResult found) -> variable(found.group(1)) + "_")
                .anyMatch(prefix -> variable.startsWith(prefix)
                        && mapping.isPath(variable.substring(prefix.length()), mapping.root()));
    }

    /** The interfaces of a file, the mapping itself first, with their methods: name, as in a variable, and type. */
    private record Mapping(Map<String, Map<String, String>> interfaces, String root) {

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

        private static Map<String, Map<String, String>> interfaces(String source) {
            var found = new HashMap<String, Map<String, String>>();
            for (var part : source.split("(?=\\binterface )")) {
                INTERFACE.matcher(part).results().findFirst().ifPresent(one -> found.put(one.group(1), methods(part)));
            }
            return found;
        }

        private static Map<String, String> methods(String part) {
            return METHOD.matcher(part)
                    .results()
                    .collect(Collectors.toMap(method -> variable(kebab(method.group(2))), method -> method.group(1)));
        }

        boolean isPath(String rest, String type) {
            return interfaces.getOrDefault(type, Map.of()).entrySet().stream()
                    .anyMatch(method -> interfaces.containsKey(method.getValue())
                            ? rest.startsWith(method.getKey() + "_")
                                    && isPath(rest.substring(method.getKey().length() + 1), method.getValue())
                            : rest.equals(method.getKey()));
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
