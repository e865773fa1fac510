package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the register can say of an agreement.
 *
 * @param says null where the register says nothing
 * @param others what the register has beside it: other spellings
 * @param words which words its value can be made of, where that is limited
 */
record Fact(String path, FactKind kind, @Nullable JsonNode says, List<JsonNode> others, Set<String> words) {

    static Fact of(String path, FactKind kind, @Nullable JsonNode says) {
        return new Fact(path, kind, says, List.of(), Set.of());
    }

    static Fact word(String path, Set<String> words, @Nullable JsonNode says) {
        return new Fact(path, FactKind.WORD, says, List.of(), words);
    }

    Comparison compare(JsonNode value) {
        if (says == null) {
            return Comparison.COMPATIBLE;
        }
        return switch (kind) {
            case DATE -> PossibleDays.of(value.textValue()).against(PossibleDays.of(says.textValue()));
            case NAMES -> isAmong(says, value) ? Comparison.AGREES : Comparison.COMPATIBLE;
            case TEXT, WORD, PERIOD, NUMBER, DIRECTION, RULE -> compareWithOne(says, value);
        };
    }

    private Comparison compareWithOne(JsonNode says, JsonNode value) {
        if (kind.same(says, value)) {
            return Comparison.AGREES;
        }
        return isAmong(others, value) ? Comparison.VARIANT : Comparison.CONTRADICTS;
    }

    private boolean isAmong(Iterable<JsonNode> names, JsonNode value) {
        return StreamSupport.stream(names.spliterator(), false).anyMatch(name -> kind.same(name, value));
    }

    /** Whether sources contradict the register, or each other in what it leaves open. */
    boolean isInConflict(List<JsonNode> values) {
        var open = values.stream()
                .filter(value -> switch (compare(value)) {
                    case AGREES, COMPATIBLE -> true;
                    case VARIANT, CONTRADICTS -> false;
                })
                .toList();
        return values.stream().anyMatch(value -> compare(value) == Comparison.CONTRADICTS) || !kind.canAllBeRight(open);
    }
}
