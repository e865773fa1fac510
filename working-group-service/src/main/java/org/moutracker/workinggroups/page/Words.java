package org.moutracker.workinggroups.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.text.TimeZoneNames;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * What has a number, a date or a choice in it, in one language. Lent to one page at a time: formats of ICU are not to be
 * shared by threads, and take longer to make than most of a page.
 */
public final class Words {

    private static final Map<Language, Map<String, MessageFormat>> PATTERNS = patterns();

    /** Those that are not in use: as many as pages were ever written at once. */
    private static final Map<Language, Queue<Words>> IDLE = idle();

    private static final Map<Skeleton, DateFormat> DATES = new ConcurrentHashMap<>();

    /** Which parts of a date are written, in a language. */
    private record Skeleton(Language language, String skeleton) {}

    private final Language language;
    private final TimeZoneNames zones;
    private final Map<String, MessageFormat> patterns = new HashMap<>();
    private final Map<String, DateFormat> dates = new HashMap<>();

    Words(Language language) {
        this.language = language;
        this.zones = TimeZoneNames.getInstance(language.formats());
    }

    /** Makes something with words of that language. */
    static <T> T lend(Language language, Function<Words, T> writing) {
        var idle = requireNonNull(IDLE.get(language));
        var lent = idle.poll();
        var words = lent == null ? new Words(language) : lent;
        var written = writing.apply(words);
        // Not after a failure: nobody knows what it has left behind.
        idle.add(words);
        return written;
    }

    private static Map<Language, Queue<Words>> idle() {
        var idle = new EnumMap<Language, Queue<Words>>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> idle.put(language, new ConcurrentLinkedQueue<>()));
        return idle;
    }

    /** The name of a status, role, kind, state or event; a code without one is shown as it is. */
    public String name(String of, String code) {
        return say(of, Map.of("it", code));
    }

    public String countdown(Countdown countdown) {
        return say(countdown.unit().key(), Map.of("n", countdown.count()));
    }

    public String overdue(int count) {
        return say("overdue", Map.of("n", count));
    }

    public String times(String what, long count) {
        return say("times", Map.of("what", what, "n", count));
    }

    public String number(int count) {
        return say("number", Map.of("n", count));
    }

    /** That a list shows the first of more. */
    public String first(int shown, int count) {
        return say("first", Map.of("n", shown, "all", count));
    }

    /** Text that somebody has entered. */
    public String text(String entered) {
        return ShownText.of(entered);
    }

    /** A day with its weekday. */
    public String day(LocalDate day) {
        return date("yMMMMEEEEd", day);
    }

    /** A day as a table has room for. */
    public String shortDay(LocalDate day) {
        return date("yMMMd", day);
    }

    /** An instant on the clocks of a zone, to the minute. */
    public String moment(Instant instant, ZoneId zone) {
        return date("yMMMMEEEEdHmm", instant.atZone(zone));
    }

    /** The city whose clocks a zone follows. */
    public String city(ZoneId zone) {
        return requireNonNullElse(zones.getExemplarLocationName(zone.getId()), zone.getId());
    }

    /** How far its clocks are from UTC at that instant. */
    public String offset(Instant instant, ZoneId zone) {
        return date("O", instant.atZone(zone));
    }

    private String date(String skeleton, Temporal time) {
        return dates.computeIfAbsent(skeleton, this::format).format(time);
    }

    /** A copy of a known one: to make a format of a skeleton takes longer than all else on a page. */
    private DateFormat format(String skeleton) {
        var known = DATES.computeIfAbsent(
                new Skeleton(language, skeleton),
                of -> of.skeleton().equals("O")
                        ? new SimpleDateFormat(of.skeleton(), of.language().formats())
                        : DateFormat.getInstanceForSkeleton(
                                of.skeleton(), of.language().formats()));
        return known.clone();
    }

    private String say(String key, Map<String, Object> arguments) {
        var pattern = patterns.computeIfAbsent(key, this::pattern);
        return pattern.format(arguments);
    }

    private MessageFormat pattern(String key) {
        var known = requireNonNull(PATTERNS.get(language)).get(key);
        return requireNonNull(known, key).clone();
    }

    private static Map<Language, Map<String, MessageFormat>> patterns() {
        var all = new EnumMap<Language, Map<String, MessageFormat>>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> all.put(language, patterns(language)));
        return all;
    }

    private static Map<String, MessageFormat> patterns(Language language) {
        var texts = texts(language);
        return texts.stringPropertyNames().stream()
                .collect(toMap(key -> key, key -> new MessageFormat(texts.getProperty(key), language.formats())));
    }

    static Properties texts(Language language) {
        try (var file = Words.class.getResourceAsStream("words_%s.properties".formatted(language.tag()));
                var text = new InputStreamReader(requireNonNull(file), UTF_8)) {
            var texts = new Properties();
            texts.load(text);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
