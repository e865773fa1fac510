package org.moutracker.timerules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Translates the short notation of the worked cases ({@code AFTER(P30D);roll=FOLLOWING}) into the JSON form of a rule. */
final class CaseNotation {

    private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\(([^)]*)\\))?");

    private CaseNotation() {}

    static Map<String, Object> rule(String notation, String anchor, String zone, String calendar) {
        var json = new LinkedHashMap<String, Object>();
        var parts = modifiersOutsideBrackets(notation);
        json.put("anchor", "FIXED".equals(parts.getFirst()) ? Map.of("on", anchor) : Map.of("event", "SIGNATURE"));
        json.put(
                "steps",
                Pattern.compile("\\|")
                        .splitAsStream(parts.getFirst())
                        .map(CaseNotation::step)
                        .toList());
        parts.stream().skip(1).forEach(modifier -> modify(json, modifier));
        clock(json, zone);
        calendars(json, calendar);
        return json;
    }

    static Facts facts(String anchor) {
        if (anchor.isEmpty()) {
            return Facts.none();
        }
        return anchor.contains("T")
                ? Facts.parse(Map.of(), Map.of("SIGNATURE", anchor))
                : Facts.parse(Map.of("SIGNATURE", anchor), Map.of());
    }

    private static List<String> modifiersOutsideBrackets(String notation) {
        return List.of(notation.split(";(?![^(]*\\))", -1));
    }

    private static Map<String, Object> step(String call) {
        var matcher = CALL.matcher(call);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(call);
        }
        var arguments =
                matcher.group(2) == null ? new String[] {""} : matcher.group(2).split(";", -1);
        var first = arguments[0];
        return switch (matcher.group(1)) {
            case "AFTER" -> Map.of("kind", "WITHIN", "period", first);
            case "BEFORE" -> Map.of("kind", "AT_LEAST_BEFORE", "period", first);
            case "BUS_AFTER" -> Map.of("kind", "WORKING_DAYS", "days", Integer.parseInt(first));
            case "BUS_BEFORE" -> Map.of("kind", "WORKING_DAYS", "days", -Integer.parseInt(first));
            case "CLEAR_BEFORE" -> Map.of("kind", "CLEAR_DAYS_BEFORE", "days", Integer.parseInt(first));
            case "ONDAY" -> Map.of("kind", "ON_DAY", "period", first);
            case "FIRST_OF_MONTH" -> Map.of("kind", "FIRST_OF_MONTH", "n", Integer.parseInt(first));
            case "END_OF_MONTH" -> Map.of("kind", "END_OF_MONTH", "n", Integer.parseInt(first));
            case "END_OF_YEAR" -> Map.of("kind", "END_OF_YEAR", "n", Integer.parseInt(first));
            case "FISCAL_END" -> Map.of("kind", "END_OF_FISCAL_YEAR", "lastMonth", Integer.parseInt(first));
            case "TERM" -> Map.of("kind", "TERM", "period", first);
            case "RENEW" -> Map.of("kind", "RENEWED", "period", first, "times", Integer.parseInt(arguments[1]));
            case "EVERY" -> Map.of("kind", "OCCURRENCE", "every", first, "k", Integer.parseInt(arguments[1]));
            case "HOURS" -> Map.of("kind", "ELAPSED", "duration", "PT" + first + "H");
            case "EU_HOURS" -> Map.of("kind", "ELAPSED", "duration", "PT" + first + "H", "hourExcluded", true);
            case "FIXED" -> Map.of("kind", "SAME_DAY");
            case "VAGUE" -> Map.of("kind", "VAGUE", "words", "as soon as possible");
            default -> throw new IllegalArgumentException(call);
        };
    }

    private static void modify(Map<String, Object> json, String modifier) {
        switch (modifier) {
            case "roll=MODFOLLOWING" -> json.put("roll", "MODIFIED_FOLLOWING");
            case "start=INCL" -> json.put("startDay", "INCLUDED");
            case "eom" -> json.put("monthEnd", "STICKY");
            case String roll when roll.startsWith("roll=") -> json.put("roll", roll.substring(5));
            case String close when close.startsWith("close=") -> json.put("closeOfBusiness", close.substring(6));
            case String minimum
            when minimum.matches("min\\d+wd") ->
                json.put("minimumWorkingDays", Integer.parseInt(minimum.replaceAll("\\D", "")));
            default -> throw new IllegalArgumentException(modifier);
        }
    }

    private static void clock(Map<String, Object> json, String zone) {
        var open = zone.indexOf('(');
        if (open < 0) {
            json.put("clock", Map.of("mode", "ONE", "zones", List.of(zone)));
            return;
        }
        var zones = List.of(zone.substring(open + 1, zone.length() - 1).split(",", -1));
        json.put("clock", Map.of("mode", zone.substring(0, open), "zones", zones));
    }

    private static void calendars(Map<String, Object> json, String calendar) {
        if ("NONE".equals(calendar)) {
            return;
        }
        var mode = calendar.contains("/") ? "ANY_OPEN" : "ALL_OPEN";
        json.put("calendars", Map.of("mode", mode, "authorities", List.of(calendar.split("[+/]", -1))));
    }
}
