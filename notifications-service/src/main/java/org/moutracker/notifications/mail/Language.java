package org.moutracker.notifications.mail;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language in which addresses are verified, or told to be wrong; only the English has been read by somebody who grew up with it. */
public enum Language {
    ENGLISH("en", "en-GB", "ltr"),
    URDU("ur", "ur-PK", "rtl"),
    // As Palestine writes: its names of months, and the digits of its newspapers.
    ARABIC("ar", "ar-PS-u-nu-latn", "rtl"),
    CHINESE("zh", "zh-CN", "ltr");

    private final String tag;
    private final Locale formats;
    private final String direction;

    Language(String tag, String formats, String direction) {
        this.tag = tag;
        this.formats = Locale.forLanguageTag(formats);
        this.direction = direction;
    }

    /** What a person reads, if it is known here. */
    public static Optional<Language> named(@Nullable String text) {
        var language = Locale.forLanguageTag(requireNonNullElse(text, "")).getLanguage();
        return Arrays.stream(values())
                .filter(known -> known.tag.equals(language))
                .findFirst();
    }

    /** What a browser prefers, else English. */
    public static Language preferred(@Nullable String acceptLanguage) {
        try {
            return LanguageRange.parse(requireNonNullElse(acceptLanguage, "")).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> named(range.getRange()).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException nobodyReadsThat) {
            return ENGLISH;
        }
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    /** The sentences about addresses in it. */
    public AddressMessages aboutAddresses() {
        return this == ENGLISH
                ? MessageBundles.get(AddressMessages.class)
                : MessageBundles.get(AddressMessages.class, Localized.Literal.of(tag));
    }

    /** The sentences about mails that come back in it. */
    ReturnedMessages aboutReturned() {
        return this == ENGLISH
                ? MessageBundles.get(ReturnedMessages.class)
                : MessageBundles.get(ReturnedMessages.class, Localized.Literal.of(tag));
    }

    /** How it writes days. */
    public Locale formats() {
        return formats;
    }

    /** As HTML's {@code dir}. */
    public String direction() {
        return direction;
    }
}
