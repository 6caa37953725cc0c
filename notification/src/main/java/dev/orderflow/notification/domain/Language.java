package dev.orderflow.notification.domain;

import java.util.Arrays;
import java.util.Locale;

/** A language that customers are written to. The name is stored. */
public enum Language {
    EN(Locale.ENGLISH),
    KO(Locale.KOREAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Without a region: an image carries the data of no other. */
    public Locale locale() {
        return locale;
    }

    /**
     * What a BCP 47 tag asks for, whatever its region and script: {@code ko-KR} is Korean. English for a language that
     * nobody writes here.
     */
    public static Language of(String tag) {
        var wanted = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(wanted))
                .findFirst()
                .orElse(EN);
    }
}
