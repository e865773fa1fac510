package org.moutracker.notifications.mail;

import static java.util.stream.Collectors.toMap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says for a reader what the engine that reckons, and the owner of a deadline, say in English. It knows the sentences of
 * common rules; what it does not know as a whole stays as it was written.
 */
final class EngineSentences {

    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

    private static final String CLOCK = DAY + " (?:ends|closes|begins|is the day) in [\\w/+-]+ at [\\w:.-]+Z";

    /** A sentence by the key of its phrase; a group is what the phrase calls it. */
    private record Form(String key, Pattern pattern) {
        static Form of(String key, String pattern) {
            return new Form(
                    "because." + key,
                    Pattern.compile(pattern.replace("CLOCK", CLOCK).replace("DAY", DAY)));
        }
    }

    /** The first that fits. */
    private static final List<Form> FORMS = List.of(
            Form.of("notCounted", "the day of the event is not counted"),
            Form.of("dayOne", "the day of the event is day 1"),
            Form.of("event", "the day of the event"),
            Form.of("printed", "a printed date"),
            Form.of("hourNotCounted", "the hour of the event is not counted"),
            Form.of("hoursRun", "hours run from the event itself"),
            Form.of(
                    "numbered",
                    "[^;:]+ after (?<day>DAY): day 1 is (?<first>DAY), day (?<number>\\d+) is (?<last>DAY)"),
            Form.of("between", "\\d+ whole days? between this day and (?<day>DAY), neither of them counted"),
            Form.of("from", "[^;:]+ (?:after|from) (?<day>DAY)"),
            Form.of("before", "[^;:]+ before (?<day>DAY)"),
            Form.of("begins", "it begins with that day"),
            Form.of("same", "the day itself is the last day"),
            Form.of("first", "that day is the first"),
            Form.of("oneLess", "the day before the corresponding date is the last"),
            Form.of("monthEnd", "the end of a month stays the end of a month"),
            Form.of("clipped", "\\d{4}-\\d\\d has no day (?<number>\\d+), so its last day"),
            Form.of("everyDay", "a \\w+; no calendar is asked, every day counts"),
            Form.of("open", "a \\w+, open in (?<where>.+)"),
            Form.of("closed", "a \\w+, closed in (?<where>.+)"),
            Form.of("dayClosed", "(?<day>DAY) is a \\w+, closed in (?<where>.+)"),
            Form.of("next", "next day open in (?<where>.+) is \\w{3} (?<day>DAY)"),
            Form.of("none", "no day is open in (?<where>.+) for two years"),
            Form.of("moved", "moved to \\w{3} (?<day>DAY), open in (?<where>.+)"),
            Form.of("minimum", "the period holds at least (?<number>\\d+) working days"),
            Form.of(
                    "minimumMoved",
                    "moved from (?<day>DAY), so that the period holds at least (?<number>\\d+) working days"),
            Form.of("clocks", "(?<clocks>CLOCK(?:, CLOCK)*)"),
            Form.of("overForAll", "nobody is late until the day is over for all"),
            Form.of("overForOne", "everybody is late once the day is over for one"),
            Form.of("changed", "its rule or a calendar was changed"),
            Form.of("extended", "extended: (?<text>(?s:.+))"));

    /** One calendar, what is said of it, and how it is joined to the next. */
    private static final Pattern PLACE = Pattern.compile("\\G([\\w-]+)(?: \\(([^)]*)\\))?(?:$| (and|or) )");

    private final Phrases phrases;

    EngineSentences(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Null for what is not known. */
    @Nullable
    String say(String english) {
        var whole = sentence(english);
        if (whole.isPresent()) {
            return whole.get();
        }
        var parts = Stream.of(english.split("; ", -1)).map(this::sentence).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? phrases.list("then", parts.stream().flatMap(Optional::stream).toList())
                : null;
    }

    private Optional<String> sentence(String english) {
        return FORMS.stream()
                .map(form -> said(form, english))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private @Nullable String said(Form form, String english) {
        var matcher = form.pattern().matcher(english);
        if (!matcher.matches()) {
            return null;
        }
        var arguments = matcher.namedGroups().keySet().stream()
                .map(group -> Map.entry(group, Optional.ofNullable(argument(group, matcher))))
                .toList();
        return arguments.stream().allMatch(one -> one.getValue().isPresent())
                ? phrases.say(form.key(), arguments.stream().collect(toMap(Map.Entry::getKey, one -> one.getValue()
                        .orElseThrow())))
                : null;
    }

    private @Nullable Object argument(String group, Matcher matcher) {
        var text = matcher.group(group);
        return switch (group) {
            case "number" -> Integer.valueOf(text);
            case "where" -> places(text);
            case "text" -> phrases.inside(text);
            case "clocks" -> clocks(text);
            default -> day(text);
        };
    }

    private @Nullable String day(String text) {
        try {
            return phrases.day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable String clocks(String text) {
        try {
            return phrases.list(Stream.of(text.split(", ", -1)).map(this::clock).toList());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String clock(String text) {
        var where = text.substring(text.indexOf(" in ") + 4).split(" at ", 2);
        var zone = ZoneId.of(where[0]);
        return phrases.say(
                "clock",
                Map.of(
                        "city",
                        phrases.inside(phrases.city(zone)),
                        "at",
                        new Clocks(phrases).end(Instant.parse(where[1]), zone)));
    }

    /** Authorities by their codes; the name of a holiday is as the calendar has it. */
    private @Nullable String places(String text) {
        var places = new ArrayList<String>();
        var joined = "and";
        var end = 0;
        for (var place = PLACE.matcher(text); place.find(); end = place.end()) {
            var note = place.group(2);
            places.add(phrases.inside(note == null ? place.group(1) : "%s (%s)".formatted(place.group(1), note)));
            joined = place.group(3) == null ? joined : place.group(3);
        }
        return end < text.length() || places.isEmpty() ? null : phrases.list(joined, places);
    }
}
