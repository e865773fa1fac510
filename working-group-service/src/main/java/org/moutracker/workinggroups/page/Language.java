package org.moutracker.workinggroups.page;

import static java.util.Objects.requireNonNullElse;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that pages are written in; only the English has been read by somebody who grew up with it. */
public enum Language {
    ENGLISH("en", "en-GB", "English", "ltr"),
    URDU("ur", "ur-PK", "اردو", "rtl"),
    // As Palestine writes: its names of months, and the digits of its newspapers.
    ARABIC("ar", "ar-PS-u-nu-latn", "العربية", "rtl"),
    CHINESE("zh", "zh-CN", "中文", "ltr");

    private final String tag;
    private final ULocale formats;
    private final String itself;
    private final String direction;

    Language(String tag, String formats, String itself, String direction) {
        this.tag = tag;
        this.formats = ULocale.forLanguageTag(formats);
        this.itself = itself;
        this.direction = direction;
    }

    /** What the address asks for, else what the person reads, else what the browser prefers, else English. */
    static Language choose(@Nullable String asked, @Nullable String persons, @Nullable String acceptLanguage) {
        return named(asked)
                .or(() -> named(persons))
                .or(() -> preferred(acceptLanguage))
                .orElse(ENGLISH);
    }

    private static Optional<Language> named(@Nullable String text) {
        var language = Locale.forLanguageTag(requireNonNullElse(text, "")).getLanguage();
        return Arrays.stream(values())
                .filter(known -> known.tag.equals(language))
                .findFirst();
    }

    private static Optional<Language> preferred(@Nullable String acceptLanguage) {
        try {
            return LanguageRange.parse(requireNonNullElse(acceptLanguage, "")).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> named(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException nobodyReadsThat) {
            return Optional.empty();
        }
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    ULocale formats() {
        return formats;
    }

    /** What it calls itself. */
    public String itself() {
        return itself;
    }

    /** As HTML's {@code dir}. */
    public String direction() {
        return direction;
    }
}
