package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.EventDescriptor;
import dev.orderflow.contracts.Json;
import dev.orderflow.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/events.md tells other teams has to be so: the names it uses, and the events it shows. */
class EventsPageTest {

    private static final Path PAGE = Path.of("../docs/events.md");

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void namesEveryTopicAndNoOther() {
        assertThat(found("`([a-z]+-(?:events|notifications))`|-t ([a-z-]+)|-G \\S+ ([a-z-]+)"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @Test
    void everyTypeIsInTheCatalogue() {
        assertThat(found("(orderflow\\.[a-z]+\\.[a-z]+(?:-[a-z]+)*)(?=[^a-z-])"))
                .isNotEmpty()
                .isSubsetOf(
                        EventCatalog.all().stream().map(EventDescriptor::type).toList());
    }

    @Test
    void everyHeaderIsInTheAsyncApiDocument() {
        var headers =
                PublishedFiles.ofTheContracts().asyncApiTree().at("/components/schemas/cloudEventHeaders/properties");
        assertThat(found("(ce_[a-z]+)")).isNotEmpty().allMatch(headers::has);
    }

    @Test
    void theEventThatIsShownFitsItsSchemaAndKey() {
        Map<String, EventSchema> schemas = PublishedFiles.ofTheContracts().schemas().stream()
                .collect(Collectors.toMap(EventSchema::name, Function.identity()));
        var shown = Pattern.compile(
                        "ce_type=([^,]+),.*ce_subject=([^,]+),.*ce_dataversion=([0-9]+),.*\\n(.+)\\n(\\{.+})")
                .matcher(page)
                .results()
                .toList();
        assertThat(shown).isNotEmpty().allSatisfy(event -> {
            var schema = schemas.get(event.group(1) + ".v" + event.group(3));
            var json = Json.read(event.group(5), JsonNode.class);
            assertThat(new Validation(schema.json()).errors(json)).isEmpty();
            assertThat(List.of(event.group(2), event.group(4))).containsOnly(schema.keyOf(json));
        });
    }

    @Test
    void everyLinkIntoTheRepositoryLeadsSomewhere() {
        assertThat(found("\\]\\((?!https?:)([^)#]+)\\)"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(PAGE.resolveSibling(link)).exists());
    }

    private static List<String> found(String regex) {
        return Pattern.compile(regex)
                .matcher(page)
                .results()
                .map(EventsPageTest::group)
                .distinct()
                .toList();
    }

    private static String group(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
