package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.moutracker.agreements.agreement.Area.Direction;
import org.moutracker.agreements.life.Periods;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.PartialDate;

/** Reads what a source says of a fact, as the fact's kind wants it. */
final class ReadValue {

    static final String FIELD = "value";
    private static final int LONGEST = 2000;

    // As many as a floating-point number keeps.
    private static final int DIGITS = 15;

    private final Fact fact;
    private final List<Violation> wrong;

    ReadValue(Fact fact, List<Violation> wrong) {
        this.fact = fact;
        this.wrong = wrong;
    }

    /** The value in its usual form; empty when it cannot be one, and then it has been said why. */
    Optional<JsonNode> read(JsonNode json) {
        return switch (fact.kind()) {
            case TEXT, NAMES -> text(json);
            case WORD -> word(json);
            case DATE -> date(json);
            case PERIOD -> period(json);
            case NUMBER -> number(json);
            case DIRECTION -> direction(json);
            case RULE -> rule(json);
        };
    }

    private Optional<JsonNode> text(JsonNode json) {
        var text = json.isTextual() ? json.textValue().strip() : "";
        return text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0
                ? no("must be a text of 1 to %d characters".formatted(LONGEST))
                : Optional.of(TextNode.valueOf(text));
    }

    private Optional<JsonNode> word(JsonNode json) {
        return fact.words().contains(json.asText())
                ? Optional.of(json)
                : no("must be one of " + String.join(", ", new TreeSet<>(fact.words())));
    }

    private Optional<JsonNode> date(JsonNode json) {
        if (!json.isTextual()) {
            return no("must be a day known in full or in part, as text: 2025-09-17, 2020-09 or ../2020-09-22");
        }
        try {
            return Optional.of(
                    TextNode.valueOf(PartialDate.parse(json.textValue()).toString()));
        } catch (IllegalArgumentException e) {
            return no(String.valueOf(e.getMessage()));
        }
    }

    private Optional<JsonNode> period(JsonNode json) {
        try {
            var period = Period.parse(json.asText());
            var before = wrong.size();
            Periods.check(FIELD, period, wrong);
            return wrong.size() > before ? Optional.empty() : Optional.of(TextNode.valueOf(period.toString()));
        } catch (DateTimeParseException e) {
            return no("must be a period such as P5Y");
        }
    }

    private Optional<JsonNode> number(JsonNode json) {
        if (!json.isNumber() || (json.isFloatingPointNumber() && !Double.isFinite(json.doubleValue()))) {
            return no("must be a number");
        }
        var number = json.decimalValue();
        // Counted before it is written out: 1E+999999 would be long.
        if (number.precision() > DIGITS || number.scale() < -DIGITS || number.scale() > DIGITS) {
            return no("must have at most %d digits".formatted(DIGITS));
        }
        return Optional.of(DecimalNode.valueOf(new BigDecimal(number.toPlainString())));
    }

    private Optional<JsonNode> direction(JsonNode json) {
        try {
            Direction.of(FactKind.JSON.convertValue(json, Object.class));
        } catch (IllegalArgumentException e) {
            return no(String.valueOf(e.getMessage()));
        }
        var before = wrong.size();
        for (var end : List.of("from", "to")) {
            if (json.has(end) && !fact.words().contains(json.get(end).asText())) {
                wrong.add(new Violation(FIELD + "." + end, "is not the code of a party of this agreement"));
            }
        }
        return wrong.size() > before ? Optional.empty() : Optional.of(json);
    }

    private Optional<JsonNode> rule(JsonNode json) {
        if (!json.isObject()) {
            return no("must be a time rule");
        }
        try {
            return Optional.of(FactKind.JSON.valueToTree(FactKind.rule(json).toJson()));
        } catch (InvalidRule e) {
            e.violations().forEach(each -> wrong.add(new Violation(FIELD + "." + each.field(), each.message())));
            return Optional.empty();
        }
    }

    private Optional<JsonNode> no(String message) {
        wrong.add(new Violation(FIELD, message));
        return Optional.empty();
    }

    static Optional<JsonNode> of(Fact fact, JsonNode json, List<Violation> wrong) {
        return new ReadValue(fact, wrong).read(json);
    }
}
