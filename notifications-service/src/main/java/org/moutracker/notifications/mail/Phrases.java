package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * What has a number, a date or a code in it, in one language. Lent to one mail at a time: formats of ICU are not to be
 * shared by threads, and take longer to make than most of a mail.
 */
public final class Phrases {

    private static final Map<Language, Map<String, MessageFormat>> PATTERNS = patterns();

    /** Those that are not in use: as many as mails were ever written at once. */
    private static final Map<Language, Queue<Phrases>> IDLE = idle();

    private final Language language;
    private final TimeZoneNames zones;
    private final DateFormat days;
    private final Map<String, MessageFormat> patterns = new HashMap<>();

    Phrases(Language language) {
        var locale = ULocale.forLocale(language.formats());
        this.language = language;
        this.zones = TimeZoneNames.getInstance(locale);
        this.days = DateFormat.getDateInstance(DateFormat.FULL, locale);
    }

    /** Makes something with phrases of that language. */
    public static <T> T lend(Language language, Function<Phrases, T> writing) {
        var idle = requireNonNull(IDLE.get(language));
        var lent = idle.poll();
        var phrases = lent == null ? new Phrases(language) : lent;
        var written = writing.apply(phrases);
        // Not after a failure: nobody knows what it has left behind.
        idle.add(phrases);
        return written;
    }

    private static Map<Language, Queue<Phrases>> idle() {
        var idle = new EnumMap<Language, Queue<Phrases>>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> idle.put(language, new ConcurrentLinkedQueue<>()));
        return idle;
    }

    Language language() {
        return language;
    }

    /** The name of a role or of what something rests on; a code without one is shown as it is. */
    String name(String of, String code) {
        return say(of, Map.of("it", code, "whole", inside(code)));
    }

    /** So many of something. */
    String count(String what, long n) {
        return say(what, Map.of("n", n));
    }

    String say(String key, Map<String, ?> arguments) {
        return patterns.computeIfAbsent(key, this::pattern).format(arguments);
    }

    /** Several things in a row. */
    String list(List<String> all) {
        return list("pair", all);
    }

    /** Several things, joined by a word such as "and". */
    String list(String by, List<String> all) {
        return all.stream()
                .reduce((first, second) -> say(by, Map.of("first", first, "second", second)))
                .orElse("");
    }

    /** A day with its weekday. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    /** The city whose clocks a zone follows. */
    String city(ZoneId zone) {
        if (language == Language.ARABIC && zone.getId().equals("Asia/Hebron")) {
            // ICU has its foreign name first, which nobody there would write.
            return "الخليل";
        }
        return requireNonNullElse(zones.getExemplarLocationName(zone.getId()), zone.getId());
    }

    /** What others have written, within a sentence: it neither turns the direction of its neighbours nor is turned. */
    String inside(String text) {
        return Isolate.of(Words.line(text), language);
    }

    private MessageFormat pattern(String key) {
        return requireNonNull(requireNonNull(PATTERNS.get(language)).get(key), key)
                .clone();
    }

    private static Map<Language, Map<String, MessageFormat>> patterns() {
        var all = new EnumMap<Language, Map<String, MessageFormat>>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> all.put(language, patterns(language)));
        return all;
    }

    private static Map<String, MessageFormat> patterns(Language language) {
        var texts = texts(language);
        var locale = ULocale.forLocale(language.formats());
        return texts.stringPropertyNames().stream()
                .collect(toMap(key -> key, key -> new MessageFormat(texts.getProperty(key), locale)));
    }

    static Properties texts(Language language) {
        try (var file = Phrases.class.getResourceAsStream("phrases_%s.properties".formatted(language.tag()));
                var text = new InputStreamReader(requireNonNull(file), UTF_8)) {
            var texts = new Properties();
            texts.load(text);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
