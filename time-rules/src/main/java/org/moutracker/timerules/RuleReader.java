package org.moutracker.timerules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Reads a rule in its JSON form and says everything that is wrong with it. */
final class RuleReader {

    private RuleReader() {}

    static Rule rule(Map<String, ?> json) {
        return JsonObject.read(json, RuleReader::rule);
    }

    private static Rule rule(JsonObject json) {
        var anchor = json.required("anchor", AnchorReader::anchor, new Anchor.On(LocalDate.EPOCH));
        if (!json.has("steps")) {
            json.refuse("steps", "is required");
        }
        var steps = json.list("steps", StepReader::step);
        var startDay = json.optional("startDay", JsonValues.oneOf(StartDay.class));
        var monthEnd = json.optional("monthEnd", JsonValues.oneOf(MonthEnd.class));
        var roll = json.optional("roll", JsonValues.oneOf(Roll.class));
        var calendars = json.optional("calendars", RuleReader::calendars);
        var clock = json.optional("clock", RuleReader::clock);
        var closeOfBusiness = json.optional("closeOfBusiness", JsonValues::time);
        var minimumWorkingDays = json.optional("minimumWorkingDays", JsonValues::whole);
        var monthCounting = json.optional("monthCounting", JsonValues.oneOf(MonthCounting.class));
        json.refuseUnknownFields();
        // Contradictions between fields are only judged when every field is what the caller meant.
        json.stopIfRefused();
        return new Rule(
                anchor,
                steps,
                startDay,
                monthEnd,
                roll,
                calendars,
                clock,
                closeOfBusiness,
                minimumWorkingDays,
                monthCounting);
    }

    private static CalendarChoice calendars(Object json) {
        return JsonObject.read(json, object -> {
            var authorities = object.list("authorities", JsonValues::text);
            var mode = mode(object, CalendarChoice.Mode.class, authorities, CalendarChoice.Mode.ALL_OPEN);
            object.refuseUnknownFields();
            object.stopIfRefused();
            return new CalendarChoice(mode, authorities);
        });
    }

    private static Clock clock(Object json) {
        return JsonObject.read(json, object -> {
            List<ZoneId> zones = object.list("zones", zone -> Clock.zone(JsonValues.text(zone)));
            var mode = mode(object, Clock.Mode.class, zones, Clock.Mode.ONE);
            object.refuseUnknownFields();
            object.stopIfRefused();
            return new Clock(mode, zones);
        });
    }

    /** With a single member every mode means the same, so only several members must say theirs. */
    private static <E extends Enum<E>> E mode(JsonObject json, Class<E> type, List<?> members, E ofOne) {
        if (members.size() <= 1 && !json.has("mode")) {
            return ofOne;
        }
        return json.required("mode", JsonValues.oneOf(type), ofOne);
    }
}
