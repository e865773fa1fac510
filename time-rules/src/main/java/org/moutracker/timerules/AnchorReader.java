package org.moutracker.timerules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Reads {@code {"event": "SIGNATURE"}}, {@code {"on": "2026-03-31"}}, {@code {"allOf": […]}} and their kin. */
final class AnchorReader {

    /** Conditions of clauses nest once or twice; deeper is no clause that a person could check. */
    private static final int DEPTH = 8;

    /** The field that says which anchor it is. */
    private enum Form {
        EVENT("event"),
        ON("on"),
        ALL_OF("allOf"),
        ANY_OF("anyOf"),
        DEADLINE("deadline");

        final String field;

        Form(String field) {
            this.field = field;
        }
    }

    private AnchorReader() {}

    static Anchor anchor(Object json) {
        return anchor(json, DEPTH);
    }

    private static Anchor anchor(Object json, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException("must not be nested deeper than " + DEPTH + " levels");
        }
        return JsonObject.read(json, object -> anchor(object, depth));
    }

    private static Anchor anchor(JsonObject json, int depth) {
        var forms = Arrays.stream(Form.values())
                .filter(form -> json.has(form.field))
                .toList();
        if (forms.size() != 1) {
            throw new InvalidRule("", "must have exactly one of event, on, allOf, anyOf, deadline");
        }
        return switch (forms.getFirst()) {
            case EVENT ->
                new Anchor.Event(json.required("event", JsonValues.oneOf(AnchorEvent.class), AnchorEvent.SIGNATURE));
            case ON -> new Anchor.On(json.required("on", JsonValues::day, LocalDate.EPOCH));
            case ALL_OF -> new Anchor.AllOf(members(json, "allOf", depth));
            case ANY_OF -> new Anchor.AnyOf(members(json, "anyOf", depth));
            case DEADLINE -> deadline(json);
        };
    }

    private static List<Anchor> members(JsonObject json, String name, int depth) {
        var members = json.list(name, member -> anchor(member, depth - 1));
        json.refuseUnknownFields();
        json.stopIfRefused();
        return members;
    }

    private static Anchor deadline(JsonObject json) {
        return new Anchor.OfDeadline(
                json.required("deadline", JsonValues::text, "…"),
                json.required("when", JsonValues.oneOf(Anchor.When.class), Anchor.When.DUE));
    }
}
