package org.moutracker.notifications.mail;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A language that people are written to in; only the English has been read by somebody who grew up with it. */
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

    /** What a person reads, else English. */
    public static Language of(@Nullable String text) {
        return named(text).orElse(ENGLISH);
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

    /** Those of all that there are. */
    static Set<String> tags() {
        return Arrays.stream(values()).map(Language::tag).collect(toUnmodifiableSet());
    }

    /** What something is called in it, if it has a name there. */
    @Nullable
    String nameAmong(@Nullable Map<String, String> names, @Nullable String otherwise) {
        return names == null ? otherwise : names.getOrDefault(tag, otherwise);
    }

    /** The sentences about deadlines in it. */
    AlertMessages aboutAlerts() {
        return say(AlertMessages.class);
    }

    /** The sentences about meetings in it. */
    MeetingMessages aboutMeetings() {
        return say(MeetingMessages.class);
    }

    /** The sentences about addresses in it. */
    public AddressMessages aboutAddresses() {
        return say(AddressMessages.class);
    }

    /** The sentences about mails that come back in it. */
    ReturnedMessages aboutReturned() {
        return say(ReturnedMessages.class);
    }

    /** The sentences about what readers can do in it. */
    public ActionMessages aboutActions() {
        return say(ActionMessages.class);
    }

    /** The sentences of digests in it. */
    DigestMessages inDigests() {
        return say(DigestMessages.class);
    }

    /** The sentences in it about mails that somebody can do without. */
    public OptOutMessages aboutOptOuts() {
        return say(OptOutMessages.class);
    }

    /** Any bundle in it; each has a method of its own, which says what it is about. */
    public <T> T say(Class<T> bundle) {
        return this == ENGLISH ? MessageBundles.get(bundle) : MessageBundles.get(bundle, Localized.Literal.of(tag));
    }

    /** How it writes days and numbers. */
    public Locale formats() {
        return formats;
    }

    /** As HTML's {@code dir}. */
    public String direction() {
        return direction;
    }

    public boolean isRightToLeft() {
        return direction.equals("rtl");
    }

    /** The side on which its lines begin: mail programs know that of style sheets better than logical properties. */
    public String start() {
        return isRightToLeft() ? "right" : "left";
    }

    /** Its letters and the room that they need, as {@code font} of a style sheet: the lines of Nastaliq slope, and its digits look bold. */
    public String font() {
        return switch (this) {
            case ENGLISH -> "16px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
            case URDU ->
                "16px/2.1 'Noto Sans','Noto Nastaliq Urdu','Jameel Noori Nastaleeq','Urdu Typesetting',system-ui,'Noto Sans Arabic',Tahoma,sans-serif";
            case ARABIC -> "16px/1.75 system-ui,'Noto Sans Arabic','Segoe UI',Tahoma,sans-serif";
            case CHINESE ->
                "16px/1.6 system-ui,'Noto Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif";
        };
    }
}
