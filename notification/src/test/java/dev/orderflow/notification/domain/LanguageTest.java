package dev.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ko-KR", "KO-kr", "ko-Kore-KR", "ko-KP"})
    void writesKoreanWhateverTheRegion(String tag) {
        assertThat(Language.of(tag)).isEqualTo(Language.KO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "de-DE", "kok", "zz-ko", "", "-", "한국어"})
    void writesEnglishToEverybodyElse(String tag) {
        assertThat(Language.of(tag)).isEqualTo(Language.EN);
    }
}
