package org.moutracker.agreements.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.provenance.Registering.cancerLaboratory;
import static org.moutracker.agreements.provenance.Registering.fact;
import static org.moutracker.agreements.provenance.Registering.healthMou;
import static org.moutracker.agreements.provenance.Registering.json;
import static org.moutracker.agreements.provenance.Registering.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Line;
import org.moutracker.timerules.PartialDate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title.en | \"Memorandum of Understanding on health cooperation\"",
                "type | \"MEMORANDUM_OF_UNDERSTANDING\"",
                "parties.PS.organization.name | \"Ministry of Health\"",
                "parties.PS.onBehalfOf | \"State of Palestine\"",
                "signatures.PS.person.name | \"Zuhair Zaid\"",
                "signatures.PS.person.capacity | \"Ambassador of the State of Palestine\"",
                "signatures.PS.signedOn | \"2025-09-17\"",
                "signatures.PS.place | \"Islamabad\"",
                "areas | [\"Ophthalmology\", \"Organ transplant\"]",
                "areas.Ophthalmology.direction | {\"from\": \"PK\", \"to\": \"PS\"}",
                "areas.Organ transplant.direction | \"JOINT\"",
                "initiatives | []",
                "entryIntoForce.kind | \"ON_SIGNATURE\"",
                "commitments.C-01.title | \"Establish the Pakistan–Palestine Health Working Group\"",
            })
    void the_register_says_what_its_field_says(String path, String says) {
        assertThat(fact(healthMou(), path).says()).isEqualTo(json(says));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bindingness",
                "entryIntoForce.on",
                "enteredIntoForceOn",
                "term.period",
                "term.until",
                "term.terminationNotice",
                "commitments.C-01.target.target"
            })
    void what_the_register_does_not_know_is_a_fact_of_which_it_says_nothing(String path) {
        assertThat(fact(healthMou(), path).says()).isNull();
    }

    @Test
    void a_signature_without_a_person_is_a_fact_too() {
        assertThat(fact(cancerLaboratory(), "signatures.LIFE.person.name").says())
                .isNull();
        assertThat(fact(cancerLaboratory(), "signatures.LIFE.signedOn").says()).isEqualTo(text("../2020-09-22"));
        assertThat(fact(cancerLaboratory(), "initiatives").says()).isEqualTo(json("[\"CPEC\", \"BRI\"]"));
    }

    @Test
    void every_path_has_its_place_in_the_list_of_all() {
        var event = new Line(
                UUID.randomUUID(),
                LegalEventType.STATEMENT_MADE,
                null,
                PartialDate.parse("2025-09-17"),
                null,
                List.of(),
                null,
                false);
        var patterns = healthMou(event).all().stream()
                .map(Fact::path)
                .map(path -> path.replaceAll("^title\\..*", "title.<language>")
                        .replaceAll("^parties\\.P.\\.", "parties.<code>.")
                        .replaceAll("^signatures\\.P.\\.", "signatures.<party>.")
                        .replaceAll("^areas\\..*\\.direction", "areas.<name>.direction")
                        .replaceAll("^commitments\\.C-01\\.", "commitments.<code>.")
                        .replaceAll("^legalEvents\\.[0-9a-f-]{36}\\.", "legalEvents.<id>."))
                .distinct()
                .toList();

        assertThat(patterns).containsExactlyInAnyOrderElementsOf(Facts.ALL);
    }

    @Test
    void the_document_names_every_path() throws NoSuchFieldException {
        var documented = StatementForm.class
                .getDeclaredField("fact")
                .getAnnotation(Schema.class)
                .description()
                .replaceAll("^.*There are: ", "")
                .replaceAll(" \\(.*?\\)", "");

        assertThat(documented.split(", ")).containsExactlyElementsOf(Facts.ALL);
    }

    @Test
    void a_line_of_the_ledger_is_a_fact_unless_a_signature_says_it_or_it_was_derived() {
        var lines = List.of(
                line(LegalEventType.STATEMENT_MADE, false),
                line(LegalEventType.SIGNED, false),
                line(LegalEventType.ENTERED_INTO_FORCE, true));

        var facts = healthMou(lines.toArray(Line[]::new));

        assertThat(facts.all().stream().map(Fact::path).filter(path -> path.startsWith("legalEvents.")))
                .containsExactlyInAnyOrder(
                        "legalEvents.%s.occurredOn".formatted(lines.getFirst().id()),
                        "legalEvents.%s.effectiveOn".formatted(lines.getFirst().id()));
    }

    private static Line line(LegalEventType type, boolean derived) {
        return new Line(UUID.randomUUID(), type, null, PartialDate.parse("2025-09-17"), null, List.of(), null, derived);
    }

    @Test
    void an_area_whose_name_has_dots_is_a_fact_under_that_name() {
        var facts = healthMou(form -> form.withArray("areas")
                .addObject()
                .put("name", "e.g. burns. direction")
                .put("direction", "JOINT"));

        assertThat(facts.find("areas.e.g. burns. direction.direction")).isPresent();
    }

    @Test
    void an_area_with_two_directions_has_both() {
        var facts = healthMou(form -> form.withArray("areas")
                .insert(1, (ObjectNode) json("{\"name\": \"Ophthalmology\", \"direction\": \"JOINT\"}")));
        var direction = fact(facts, "areas.Ophthalmology.direction");

        assertThat(direction.compare(json("{\"from\": \"PK\", \"to\": \"PS\"}")))
                .isEqualTo(Comparison.AGREES);
        assertThat(direction.compare(text("JOINT"))).isEqualTo(Comparison.VARIANT);
        assertThat(direction.compare(json("{\"from\": \"PS\", \"to\": \"PK\"}")))
                .isEqualTo(Comparison.CONTRADICTS);
    }

    @Test
    void of_a_path_that_is_not_there_those_nearby_are_named() {
        assertThat(healthMou().unknown("signatures.CN.signedOn"))
                .isEqualTo("is not a fact of this agreement; known are "
                        + "signatures.PK.person.capacity, signatures.PK.person.name, signatures.PK.place, "
                        + "signatures.PK.signedOn, signatures.PS.person.capacity, signatures.PS.person.name, "
                        + "signatures.PS.place, signatures.PS.signedOn");
        assertThat(healthMou().unknown("colour")).endsWith("known are " + String.join(", ", Facts.ALL));
    }
}
