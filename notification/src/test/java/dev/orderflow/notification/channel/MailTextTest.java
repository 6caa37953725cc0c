package dev.orderflow.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.notification.domain.Language;
import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A sentence that a language lacks would come out in English, and nobody would notice. */
class MailTextTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EN")
    void everyLanguageSaysEverySentence(Language language) throws IOException {
        assertThat(sentences(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MailText.class.getMethods())
                        .map(Method::getName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EN")
    void everySentenceSaysWhatTheEnglishOneDoes(Language language) throws IOException {
        var sentences = sentences(language);

        assertThat(MailText.class.getMethods()).allSatisfy(method -> {
            var english = variables(method.getAnnotation(Message.class).value());
            assertThat(english).hasSize(method.getParameterCount());
            assertThat(variables(sentences.getProperty(method.getName())))
                    .as(method.getName())
                    .isEqualTo(english);
        });
    }

    private static Set<String> variables(String sentence) {
        return VARIABLE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties sentences(Language language) throws IOException {
        var file = "/messages/mail_%s.properties".formatted(language.locale().toLanguageTag());
        try (var in = MailTextTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            var sentences = new Properties();
            sentences.load(new InputStreamReader(in, UTF_8));
            return sentences;
        }
    }
}
