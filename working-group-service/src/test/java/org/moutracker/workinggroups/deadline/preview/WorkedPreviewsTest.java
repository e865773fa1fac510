package org.moutracker.workinggroups.deadline.preview;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.Api.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** Cases worked out by hand, asked as a caller asks, each with the calendars that it was worked out with. */
@WorkingGroupsTest
class WorkedPreviewsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Worked> cases() throws IOException {
        try (var file = requireNonNull(WorkedPreviewsTest.class.getResourceAsStream("/worked-previews.jsonl"));
                var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(file)) {
            return values.readAll().stream().map(Worked::new).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_worked_case_comes_out_as_worked_out(Worked worked) throws IOException {
        var answer = JSON.readTree(sending(worked.json.get("request").toString())
                .post("/api/v1/deadline-previews")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        worked.json.get("expected").forEachEntry((field, value) -> assertThat(answer.get(field))
                .as(field)
                .isEqualTo(value));
        if (worked.json.at("/expected/dueAt").isMissingNode()) {
            assertThat(answer.get("dueAt").isNull()).isTrue();
        } else {
            explainsItself(worked.json.at("/request/rule"), answer);
        }
    }

    /** From where, by which steps, on whose working days, and by whose clock. */
    private static void explainsItself(JsonNode rule, JsonNode answer) {
        var steps = answer.get("explanation").findValuesAsText("step");
        var words =
                answer.get("explanation").findValuesAsText("because").stream().collect(Collectors.joining("\n"));

        assertThat(steps.getFirst())
                .isEqualTo(rule.at("/anchor/event")
                        .asText("ON " + rule.at("/anchor/on").asText()));
        assertThat(steps).hasSizeGreaterThanOrEqualTo(3 + rule.get("steps").size());
        assertThat(steps.subList(1, 1 + rule.get("steps").size()))
                .zipSatisfy(kinds(rule), (step, kind) -> assertThat(step).startsWith(kind));
        texts(rule.at("/calendars/authorities"))
                .forEach(authority -> assertThat(words).contains(authority));
        if (rule.path("calendars").isMissingNode()) {
            assertThat(words).contains("no calendar is asked");
        }
        assertThat(steps.getLast()).startsWith("CLOCK ");
        texts(rule.at("/clock/zones"))
                .forEach(zone -> assertThat(words).contains(zone.equals("AoE") ? "GMT+12" : zone));
        assertThat(words).contains(answer.get("dueAt").asText());
    }

    private static List<String> kinds(JsonNode rule) {
        return rule.get("steps").findValuesAsText("kind");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** A question with its answer. */
    record Worked(JsonNode json) {
        @Override
        public String toString() {
            return json.get("id").asText() + " " + json.at("/request/rule/steps");
        }
    }
}
