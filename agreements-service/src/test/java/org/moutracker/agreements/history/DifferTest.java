package org.moutracker.agreements.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DifferTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_is_the_same_is_no_difference() {
        assertThat(differences("{'title': {'en': 'A'}, 'areas': ['x']}", "{'title': {'en': 'A'}, 'areas': ['x']}"))
                .isEmpty();
    }

    @Test
    void an_object_is_compared_down_to_the_field() {
        assertThat(differences(
                        "{'term': {'period': 'P5Y', 'renewal': {'times': 1}}}",
                        "{'term': {'period': 'P5Y', 'renewal': {'times': 2}}}"))
                .containsExactly("term.renewal.times: 1 -> 2");
    }

    @Test
    void a_list_is_one_field() {
        assertThat(differences("{'areas': ['x', 'y']}", "{'areas': ['x', 'z']}"))
                .containsExactly("areas: [\"x\",\"y\"] -> [\"x\",\"z\"]");
    }

    @Test
    void what_comes_or_goes_is_told_as_a_whole() {
        assertThat(differences("{'survival': 'ALL_CEASE'}", "{'term': {'period': 'P5Y'}}"))
                .containsExactly("survival: \"ALL_CEASE\" -> null", "term: null -> {\"period\":\"P5Y\"}");
        assertThat(differences("{'title': {'en': 'A'}}", "{'title': {'en': 'A', 'ar': 'B'}}"))
                .containsExactly("title.ar: null -> \"B\"");
    }

    @Test
    void nothing_and_what_is_empty_are_the_same() {
        assertThat(differences("{'note': null, 'areas': []}", "{'initiatives': [], 'facts': {}}"))
                .isEmpty();
        assertThat(differences("{'areas': ['x']}", "{'areas': []}")).containsExactly("areas: [\"x\"] -> []");
    }

    @Test
    void a_mail_address_does_not_come_into_a_history() {
        assertThat(differences("{}", "{'sources': [{'title': 'write to amna.khan@health.gov.pk, or call'}]}"))
                .containsExactly("sources: null -> [{\"title\":\"write to […], or call\"}]");
        assertThat(differences("{'note': 'paid @ 3 %'}", "{'note': 'x'}"))
                .containsExactly("note: \"paid @ 3 %\" -> \"x\"");
    }

    private static List<String> differences(String before, String after) {
        return Differ.between(fields(before), fields(after)).stream()
                .map(change -> "%s: %s -> %s".formatted(change.field(), change.from(), change.to()))
                .toList();
    }

    private static Map<String, JsonNode> fields(String json) {
        try {
            var fields = new HashMap<String, JsonNode>();
            JSON.readTree(json.replace('\'', '"'))
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), field.getValue()));
            return fields;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
