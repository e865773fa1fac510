package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Period;
import java.util.Collection;
import java.util.Map;
import org.moutracker.timerules.Rule;

/** What kind of value a fact has, and when two values say the same. */
enum FactKind {
    TEXT,
    /** Several texts, of which a source names one. */
    NAMES,
    /** One of some words. */
    WORD,
    /** A day known in full or in part. */
    DATE,
    PERIOD,
    NUMBER,
    /** Who helps whom. */
    DIRECTION,
    /** A time rule. */
    RULE;

    static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    boolean same(JsonNode one, JsonNode other) {
        return switch (this) {
            case TEXT, NAMES -> FoldedText.of(one.textValue()).equals(FoldedText.of(other.textValue()));
            case WORD, DATE, DIRECTION -> one.equals(other);
            case PERIOD -> period(one).equals(period(other));
            case NUMBER -> one.decimalValue().compareTo(other.decimalValue()) == 0;
            case RULE -> rule(one).equals(rule(other));
        };
    }

    /** Whether all of these can be right at once. */
    boolean canAllBeRight(Collection<JsonNode> values) {
        return switch (this) {
            case NAMES -> true;
            case DATE ->
                PossibleDays.haveOneInCommon(values.stream()
                        .distinct()
                        .map(value -> PossibleDays.of(value.textValue()))
                        .toList());
            case TEXT, WORD, PERIOD, NUMBER, DIRECTION, RULE ->
                values.stream().allMatch(value -> same(values.iterator().next(), value));
        };
    }

    private static Period period(JsonNode value) {
        return Period.parse(value.textValue()).normalized();
    }

    static Rule rule(JsonNode value) {
        return Rule.parse(JSON.convertValue(value, FIELDS));
    }
}
