package org.moutracker.notifications.mail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MailText.Reason;

/** Says in words what the codes of a reckoning mean. What is no code of ours stays as it is. */
final class ReasonInWords {

    private static final Pattern AMENDMENT = Pattern.compile("amendment no\\. (\\d+)");
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final String ENDS = "it ends at ";
    private static final String OF = "OF ";

    private final Phrases phrases;
    private final Clocks clocks;
    private final EngineSentences sentences;

    ReasonInWords(Phrases phrases) {
        this.phrases = phrases;
        this.clocks = new Clocks(phrases);
        this.sentences = new EngineSentences(phrases);
    }

    Reason of(ReasonLink link) {
        var said = new ArrayList<String>();
        said.add(what(link));
        var result = link.result();
        if (result != null) {
            said.add(day(result).orElseGet(() -> phrases.inside(result)));
        }
        var because = link.because();
        var known = because == null ? null : because(link.link(), because);
        if (known != null) {
            said.add(known);
        }
        return new Reason(
                name(link), String.join(": ", said), because == null || known != null ? null : phrases.inside(because));
    }

    private String name(ReasonLink link) {
        var say = phrases.language().aboutAlerts();
        return switch (link.link()) {
            case EVENT -> say.linkEvent();
            case BASIS -> say.linkBasis();
            case RULE -> say.linkRule();
            case CALENDAR -> say.linkCalendar();
            case DATE -> say.linkDate();
        };
    }

    private String what(ReasonLink link) {
        return switch (link.link()) {
            case EVENT, RULE, CALENDAR, DATE -> step(link.what());
            case BASIS -> {
                var amendment = AMENDMENT.matcher(link.what());
                yield amendment.matches()
                        ? phrases.say("amendment", Map.of("n", amendment.group(1)))
                        : phrases.inside(link.what());
            }
        };
    }

    /** Null for what is not known, and stays in English. */
    private @Nullable String because(ReasonLink.Link link, String because) {
        return switch (link) {
            case BASIS -> phrases.name("basis", because);
            case DATE -> because.startsWith(ENDS) ? ends(because.substring(ENDS.length())) : sentences.say(because);
            case EVENT, RULE, CALENDAR -> sentences.say(because);
        };
    }

    private @Nullable String ends(String instant) {
        try {
            return phrases.say("ends", Map.of("at", clocks.end(Instant.parse(instant), ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A step by its label: {@code STATEMENT_MADE}, {@code WITHIN P30D}, {@code LATEST OF SIGNATURE, PUBLICATION}. */
    String step(String label) {
        var code = label.split(" ", 2);
        var arguments = new HashMap<String, Object>(
                Map.of("it", code[0], "whole", phrases.inside(label), "n", 0, "period", "", "mode", "", "list", ""));
        if (code.length == 2 && !read(code[1], arguments)) {
            return phrases.inside(label);
        }
        return phrases.say("step", arguments);
    }

    /** Whether something in it was understood. */
    private boolean read(String rest, Map<String, Object> arguments) {
        if (rest.startsWith(OF)) {
            arguments.put(
                    "list",
                    phrases.list(Stream.of(rest.substring(OF.length()).split(", ", -1))
                            .map(this::step)
                            .toList()));
            return true;
        }
        var understood = false;
        for (var word : rest.split(" ", -1)) {
            understood |= readWord(word, arguments);
        }
        return understood;
    }

    private boolean readWord(String word, Map<String, Object> arguments) {
        if (word.matches("-?\\d{1,9}")) {
            var number = Integer.parseInt(word);
            arguments.put("n", Math.abs(number));
            arguments.computeIfPresent("it", (key, code) -> number < 0 ? code + "_BEFORE" : code);
            return true;
        }
        if (CODE.matcher(word).matches()) {
            arguments.put("mode", word);
            return true;
        }
        var period = period(word);
        period.ifPresent(one -> arguments.put("period", one));
        // A set day is what the step comes to, and stands beside it.
        return period.isPresent() || day(word).isPresent();
    }

    private Optional<String> day(String text) {
        try {
            return Optional.of(clocks.day(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> period(String text) {
        try {
            if (text.startsWith("PT")) {
                var duration = Duration.parse(text);
                return duration.toMinutesPart() == 0 && duration.toSecondsPart() == 0
                        ? Optional.of(phrases.count("hours", duration.toHours()))
                        : Optional.empty();
            }
            return Optional.of(said(Period.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String said(Period period) {
        var parts = new ArrayList<String>();
        add(parts, "years", period.getYears());
        add(parts, "months", period.getMonths());
        add(parts, "days", period.getDays());
        return parts.isEmpty() ? phrases.count("days", 0) : phrases.list(parts);
    }

    private void add(List<String> parts, String unit, int n) {
        if (n != 0) {
            parts.add(phrases.count(unit, n));
        }
    }
}
