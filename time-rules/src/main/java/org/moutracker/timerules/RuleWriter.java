package org.moutracker.timerules;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a rule in its JSON form: always the same order of fields, and nothing that was not given. */
final class RuleWriter {

    private RuleWriter() {}

    static Map<String, Object> json(Rule rule) {
        var json = new LinkedHashMap<String, Object>();
        json.put("anchor", anchor(rule.anchor()));
        json.put("steps", rule.steps().stream().map(RuleWriter::step).toList());
        putName(json, "startDay", rule.startDay());
        putName(json, "monthEnd", rule.monthEnd());
        putName(json, "roll", rule.roll());
        var calendars = rule.calendars();
        if (calendars != null) {
            json.put("calendars", object("mode", calendars.mode().name(), "authorities", calendars.authorities()));
        }
        var clock = rule.clock();
        if (clock != null) {
            json.put(
                    "clock",
                    object(
                            "mode",
                            clock.mode().name(),
                            "zones",
                            clock.zones().stream().map(ZoneId::getId).toList()));
        }
        var closeOfBusiness = rule.closeOfBusiness();
        if (closeOfBusiness != null) {
            json.put("closeOfBusiness", closeOfBusiness.toString());
        }
        var minimumWorkingDays = rule.minimumWorkingDays();
        if (minimumWorkingDays != null) {
            json.put("minimumWorkingDays", minimumWorkingDays);
        }
        putName(json, "monthCounting", rule.monthCounting());
        return Collections.unmodifiableMap(json);
    }

    private static Map<String, Object> anchor(Anchor anchor) {
        return switch (anchor) {
            case Anchor.Event(var event) -> object("event", event.name());
            case Anchor.On(var day) -> object("on", day.toString());
            case Anchor.AllOf(var anchors) -> object("allOf", anchors(anchors));
            case Anchor.AnyOf(var anchors) -> object("anyOf", anchors(anchors));
            case Anchor.OfDeadline(var deadline, var when) -> object("deadline", deadline, "when", when.name());
        };
    }

    private static List<Map<String, Object>> anchors(List<Anchor> anchors) {
        return anchors.stream().map(RuleWriter::anchor).toList();
    }

    private static Map<String, Object> step(Step step) {
        return switch (step) {
            case Step.Within(var period) -> object("kind", "WITHIN", "period", period.toString());
            case Step.OnDay(var period) -> object("kind", "ON_DAY", "period", period.toString());
            case Step.AtLeastBefore(var period) -> object("kind", "AT_LEAST_BEFORE", "period", period.toString());
            case Step.ClearDaysBefore(var days) -> object("kind", "CLEAR_DAYS_BEFORE", "days", days);
            case Step.WorkingDays(var days) -> object("kind", "WORKING_DAYS", "days", days);
            case Step.FirstOfMonth(var n) -> object("kind", "FIRST_OF_MONTH", "n", n);
            case Step.EndOfMonth(var n) -> object("kind", "END_OF_MONTH", "n", n);
            case Step.EndOfYear(var n) -> object("kind", "END_OF_YEAR", "n", n);
            case Step.EndOfFiscalYear(var month) -> object("kind", "END_OF_FISCAL_YEAR", "lastMonth", month);
            case Step.Term(var period) -> object("kind", "TERM", "period", period.toString());
            case Step.Renewed(var period, var times) ->
                object("kind", "RENEWED", "period", period.toString(), "times", times);
            case Step.Occurrence(var every, var k) -> object("kind", "OCCURRENCE", "every", every.toString(), "k", k);
            case Step.SameDay() -> object("kind", "SAME_DAY");
            case Step.Elapsed(var duration, var hourExcluded) ->
                hourExcluded
                        ? object("kind", "ELAPSED", "duration", duration.toString(), "hourExcluded", true)
                        : object("kind", "ELAPSED", "duration", duration.toString());
            case Step.Vague(var words, var reviewAfter) ->
                reviewAfter == null
                        ? object("kind", "VAGUE", "words", words)
                        : object("kind", "VAGUE", "words", words, "reviewAfter", reviewAfter.toString());
        };
    }

    private static void putName(Map<String, Object> json, String name, @Nullable Enum<?> value) {
        if (value != null) {
            json.put(name, value.name());
        }
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        var json = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(json);
    }
}
