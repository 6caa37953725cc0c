package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules and dashboard against each other and the manual; AlertsIT evaluates the rules against running services. */
class MonitoringTest {

    private static final String MANUAL = Project.read("docs/operations.md");
    private static final JsonNode RULES = yaml(Project.read("k8s/monitoring/rules.yaml"));
    private static final JsonNode DASHBOARD = yaml(Project.read("k8s/monitoring/dashboard.json"));

    /** A metric of the services, or a series that a rule records. */
    private static final Pattern SERIES =
            Pattern.compile("\\b(orderflow:[a-z0-9_:]+|(?:orderflow|kafka|ft|sql|http_server|jvm)_[a-z0-9_]+)\\b");

    @Test
    void everyAlertIsAThresholdOverWhatIsRecorded() {
        var recorded = recorded();
        assertThat(alerts()).hasSizeGreaterThan(8).allSatisfy(alert -> {
            var series = series(text(alert, "expr"));
            assertThat(text(alert, "expr")).containsPattern("[<>] ?[0-9.]+");
            assertThat(recorded).as(text(alert, "alert")).containsAll(series);
            assertThat(series.isEmpty()).isEqualTo(text(alert, "expr").contains("up{"));
        });
    }

    @Test
    void everyAlertSaysWhatToDo() {
        var headings = Pattern.compile("(?m)^#{2,3} (.+)$")
                .matcher(MANUAL)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase()
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .map(anchor -> "{{ $externalLabels.orderflow_manual }}/operations.md#" + anchor)
                .toList();
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(headings).contains(alert.at("/annotations/runbook_url").asText());
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
        });
    }

    @Test
    void everyMetricThatIsUsedIsInTheManual() {
        var used = Stream.concat(rules().map(rule -> text(rule, "expr")), expressions())
                .flatMap(expression -> series(expression).stream())
                .filter(series -> !series.contains(":") && !series.startsWith("jvm_"))
                .map(series -> series.replaceAll("_(count|sum|bucket)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used)
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(documented(metric))
                        .as(metric + " is told of in docs/operations.md")
                        .isTrue());
    }

    @Test
    void theDashboardShowsWhatIsRecorded() {
        var recorded = recorded();
        var shown =
                expressions().flatMap(expression -> series(expression).stream()).toList();
        assertThat(shown.stream().filter(series -> series.contains(":")))
                .isNotEmpty()
                .allMatch(recorded::contains);
        assertThat(DASHBOARD.findValuesAsText("title")).doesNotHaveDuplicates();
    }

    /** By its name, or as the end of one that shares its beginning with those before it. */
    private static boolean documented(String metric) {
        return MANUAL.contains("`" + metric)
                || Pattern.compile("`_[a-z_]+`")
                        .matcher(MANUAL)
                        .results()
                        .anyMatch(end -> metric.endsWith(end.group().replace("`", "")));
    }

    private static Stream<JsonNode> rules() {
        return Manifests.each(RULES.path("groups")).flatMap(group -> Manifests.each(group.path("rules")));
    }

    private static List<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert")).toList();
    }

    private static Set<String> recorded() {
        return rules().filter(rule -> rule.has("record"))
                .map(rule -> text(rule, "record"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> expressions() {
        return DASHBOARD.findValuesAsText("expr").stream();
    }

    private static List<String> series(String expression) {
        return SERIES.matcher(expression).results().map(found -> found.group(1)).toList();
    }

    private static String text(JsonNode rule, String field) {
        return rule.path(field).asText();
    }

    private static JsonNode yaml(String text) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
