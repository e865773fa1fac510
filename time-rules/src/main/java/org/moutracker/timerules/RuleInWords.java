package org.moutracker.timerules;

import static java.util.stream.Collectors.joining;

import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** Says a whole rule in one sentence, before any fact is known. */
final class RuleInWords {

    private static final String START = "with the start of ";

    private final Rule rule;

    private RuleInWords(Rule rule) {
        this.rule = rule;
    }

    static String of(Rule rule) {
        var words = new RuleInWords(rule);
        var sentence = words.steps() + words.counting() + words.calendars() + words.clock();
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    private String steps() {
        var from = anchor(rule.anchor());
        for (var i = 0; i < rule.steps().size(); i++) {
            var step = rule.steps().get(i);
            var isThatDay = step instanceof Step.SameDay && from.startsWith(START);
            from = step(step, i == 0 || isThatDay ? from : "the day given by (" + from + ")");
        }
        return rule.steps().isEmpty() ? "by the end of " + day(from) : from;
    }

    private static String anchor(Anchor anchor) {
        return switch (anchor) {
            case Anchor.Event(var event) -> event(event);
            case Anchor.On(var day) -> day.toString();
            case Anchor.AllOf(var anchors) -> "the latest of " + list(anchors);
            case Anchor.AnyOf(var anchors) -> "the earliest of " + list(anchors);
            case Anchor.OfDeadline(var deadline, var when) ->
                switch (when) {
                    case DUE -> "the last day of deadline " + deadline;
                    case MET -> "the day on which deadline " + deadline + " was met";
                };
        };
    }

    private static String list(List<Anchor> anchors) {
        return anchors.stream().map(RuleInWords::anchor).collect(joining(", ", "(", ")"));
    }

    private static String event(AnchorEvent event) {
        return switch (event) {
            case STATEMENT_MADE -> "the statement";
            case SIGNATURE -> "the last signature";
            case NOTIFICATION_SENT -> "the sending of the notification";
            case NOTIFICATION_RECEIVED -> "the receipt of the notification";
            case LAST_NOTIFICATION -> "the last notification";
            case RATIFICATION_EXCHANGED -> "the exchange of ratifications";
            case QUORUM_REACHED -> "the day on which enough have consented";
            case ENTRY_INTO_FORCE -> "the entry into force";
            case GROUP_ESTABLISHED -> "the establishment of the group";
            case PREVIOUS_MEETING -> "the previous meeting";
            case OPERATION_STARTED -> "the start of operation";
            case PUBLICATION -> "the publication";
            case EXPIRY -> "the expiry";
        };
    }

    private static String step(Step step, String from) {
        return switch (step) {
            case Step.Within(var period) -> "within " + Words.of(period) + " after " + from;
            case Step.OnDay(var period) ->
                period.isZero() ? START + day(from) : START + "the day that is " + Words.of(period) + " after " + from;
            case Step.AtLeastBefore(var period) -> "at least " + Words.of(period) + " before " + from;
            case Step.ClearDaysBefore(var days) -> Words.count(days, "whole day") + " before " + from;
            case Step.WorkingDays(var days) ->
                (days < 0 ? "at least " : "within ")
                        + Words.count(Math.abs(days), "working day")
                        + (days < 0 ? " before " : " after ")
                        + from;
            case Step.FirstOfMonth(var n) ->
                START + "the first day of " + following(n, "month") + "the month of " + from;
            case Step.EndOfMonth(var n) -> "by the last day of " + following(n, "month") + "the month of " + from;
            case Step.EndOfYear(var n) -> "by 31 December of " + following(n, "year") + "the year of " + from;
            case Step.EndOfFiscalYear(var month) ->
                "by the end of the fiscal year, which ends with " + Words.month(month) + ", of " + from;
            case Step.Term(var period) -> "in force for " + Words.of(period) + " from " + from;
            case Step.Renewed(var period, var times) ->
                "renewed " + Words.count(times, "time") + " for " + Words.of(period) + " from " + from;
            case Step.Occurrence(var every, var k) ->
                "the " + Words.ordinal(k) + " time of what recurs every " + each(every) + ", counted from " + from;
            case Step.SameDay() ->
                "by the end of " + (from.startsWith(START) ? from.substring(START.length()) : day(from));
            case Step.Elapsed(var duration, var hourExcluded) ->
                "within " + Words.of(duration) + " after " + from + (hourExcluded ? ", its own hour not counted" : "");
            case Step.Vague(var words, var reviewAfter) -> "“" + words + "”, which names no day, from " + from;
        };
    }

    /** Every year, not every 1 year. */
    private static String each(Period period) {
        var words = Words.of(period);
        return words.startsWith("1 ") && !words.contains(" and ") ? words.substring(2) : words;
    }

    private static String day(String from) {
        var isDay = Character.isDigit(from.charAt(0)) || from.startsWith("the day") || from.startsWith("the last day");
        return isDay ? from : "the day of " + from;
    }

    private static String following(int n, String unit) {
        return n == 0 ? "" : "the " + Words.ordinal(n) + " " + unit + " after ";
    }

    private String counting() {
        return (rule.countsTheDayOfTheEvent() ? "; the day of the event is day 1" : "")
                + (rule.monthEndOrDefault() == MonthEnd.STICKY ? "; the end of a month stays the end of a month" : "")
                + (rule.endsBeforeTheCorrespondingDate() ? "; the day before the corresponding date is the last" : "");
    }

    private String calendars() {
        var choice = rule.calendars();
        if (choice == null) {
            return "";
        }
        var whose = String.join(choice.mode() == CalendarChoice.Mode.ALL_OPEN ? " and " : " or ", choice.authorities());
        var rolled =
                switch (rule.rollOrDefault()) {
                    case NONE -> "; working days are those of " + whose;
                    case FOLLOWING -> "; a closed day moves to the next one open in " + whose;
                    case PRECEDING -> "; a closed day moves to the one before that is open in " + whose;
                    case MODIFIED_FOLLOWING ->
                        "; a closed day moves to the next one open in " + whose + ", but not into another month";
                    case NEAREST -> "; a closed day moves to the nearest one open in " + whose;
                };
        var minimum = rule.minimumWorkingDays();
        return rolled + (minimum == null ? "" : "; it holds at least " + Words.count(minimum, "working day"));
    }

    private String clock() {
        var close = rule.closeOfBusiness();
        var ends = close == null ? "" : "; the day ends at " + close;
        var clock = rule.clock();
        if (clock == null) {
            return ends;
        }
        var zones = clock.zones().stream().map(ZoneId::getId).collect(joining(", "));
        return ends
                + switch (clock.mode()) {
                    case ONE -> "; by the clock of " + zones;
                    case LATEST -> "; over when the day is over in all of " + zones;
                    case EARLIEST -> "; over when the day is over in one of " + zones;
                };
    }
}
