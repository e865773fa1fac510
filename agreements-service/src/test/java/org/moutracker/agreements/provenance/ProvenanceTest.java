package org.moutracker.agreements.provenance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.provenance.Registering.fact;
import static org.moutracker.agreements.provenance.Registering.healthMou;
import static org.moutracker.agreements.provenance.Registering.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.agreement.Source.Confidence;
import org.moutracker.timerules.PartialDate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvenanceTest {

    private static final String NAME = "signatures.PS.person.name";
    private static final Instant NOW = Instant.parse("2025-09-17T07:00:00Z");

    private final List<SourceStatement> said = new ArrayList<>();
    private final List<Withdrawal> withdrawn = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private Facts facts = healthMou();

    private Provenance provenance() {
        return new Provenance(
                facts,
                new Said(
                        said,
                        withdrawn.stream().collect(toMap(each -> each.statementId, identity())),
                        choices.stream().collect(toMap(each -> each.fact, identity(), (older, newer) -> newer))));
    }

    private SourceStatement says(String title, String value, Confidence confidence, @Nullable String publishedOn) {
        var source =
                new StatementSource(title, null, publishedOn == null ? null : PartialDate.parse(publishedOn), null);
        var statement = new SourceStatement(
                UUID.randomUUID(),
                fact(facts, NAME),
                text(value),
                new StatementForm(NAME, text(value), source, confidence, null),
                NOW,
                "registrar");
        said.add(statement);
        return statement;
    }

    private void choose(SourceStatement statement) {
        choices.add(new Choice(statement, "It is so", NOW, "registrar"));
    }

    @Test
    void the_most_trusted_comes_first_and_of_the_same_confidence_the_newest() {
        says("undated", "Zuhair Zaid", Confidence.HIGH, null);
        says("low", "Zuhair Zaid", Confidence.LOW, "2025-09-17");
        says("month", "Zuhair Zaid", Confidence.HIGH, "2025-09");
        says("day", "Zuhair Zaid", Confidence.HIGH, "2025-09-16");
        says("medium", "Zuhair Zaid", Confidence.MEDIUM, "2025-09-15");

        assertThat(provenance().of(NAME))
                .extracting(statement -> statement.source.title())
                .containsExactly("day", "month", "undated", "medium", "low");
    }

    @Test
    void the_register_rests_on_all_that_agree_until_one_is_chosen() {
        var dawn = says("Dawn", "Zuhair Zaid", Confidence.MEDIUM, null);
        var geo = says("Geo", "zuhair zaid", Confidence.LOW, null);
        says("ARY", "Zuhair Dar Zaid", Confidence.HIGH, null);

        assertThat(provenance().chosen(NAME)).containsExactly(dawn.id, geo.id);

        choose(geo);
        assertThat(provenance().chosen(NAME)).containsExactly(geo.id);
        assertThat(provenance().choice(NAME))
                .hasValueSatisfying(choice -> assertThat(choice.because).isEqualTo("It is so"));
    }

    @Test
    void of_two_choices_the_newer_counts() {
        var dawn = says("Dawn", "Zuhair Zaid", Confidence.MEDIUM, null);
        var geo = says("Geo", "Zuhair Zaid", Confidence.MEDIUM, null);
        choose(dawn);
        choose(geo);

        assertThat(provenance().chosen(NAME)).containsExactly(geo.id);
    }

    @Test
    void a_choice_lapses_when_the_register_says_something_else_and_the_rest_follows() {
        var dawn = says("Dawn", "Zuhair Zaid", Confidence.MEDIUM, null);
        var dna = says("DNA", "Zuhair Hamdallah Zaid", Confidence.MEDIUM, null);
        choose(dawn);
        assertThat(provenance().compare(dna)).isEqualTo(Comparison.CONTRADICTS);

        facts = healthMou(form ->
                ((ObjectNode) form.get("signatures").get(1).get("person")).put("name", "Zuhair Hamdallah Zaid"));

        assertThat(provenance().chosen(NAME)).containsExactly(dna.id);
        assertThat(provenance().choice(NAME)).isEmpty();
        assertThat(provenance().compare(dawn)).isEqualTo(Comparison.CONTRADICTS);
        assertThat(provenance().isInConflict(NAME)).isTrue();
    }

    @Test
    void what_is_withdrawn_neither_contradicts_nor_carries_anything() {
        var dawn = says("Dawn", "Zuhair Zaid", Confidence.MEDIUM, null);
        var dna = says("DNA", "Zuhair Hamdallah Zaid", Confidence.MEDIUM, null);
        choose(dawn);
        assertThat(provenance().isInConflict(NAME)).isTrue();

        withdrawn.add(new Withdrawal(dna, "Another one", NOW, "registrar"));
        assertThat(provenance().isInConflict(NAME)).isFalse();
        assertThat(provenance().of(NAME)).containsExactly(dawn);

        withdrawn.add(new Withdrawal(dawn, "Another one", NOW, "registrar"));
        assertThat(provenance().chosen(NAME)).isEmpty();
        assertThat(provenance().choice(NAME)).isEmpty();
    }

    @Test
    void a_fact_that_the_register_has_lost_is_still_listed_with_what_was_said_of_it() {
        var dawn = says("Dawn", "Zuhair Zaid", Confidence.MEDIUM, null);
        says("DNA", "Zuhair Hamdallah Zaid", Confidence.MEDIUM, null);

        facts = healthMou(form -> form.withArray("signatures").remove(1));

        assertThat(provenance().paths()).contains(NAME);
        var lost = provenance().view(NAME);
        assertThat(lost.registered()).isFalse();
        assertThat(lost.says()).isNull();
        assertThat(lost.conflict()).isTrue();
        assertThat(provenance().compare(dawn)).isEqualTo(Comparison.COMPATIBLE);
    }

    @Test
    void a_source_repeats_itself_when_it_says_the_same_of_the_same() {
        var first = says("Dawn", "Zuhair Zaid", Confidence.MEDIUM, "2025-09-17");

        assertThat(first.repeats(says("Dawn", "ZUHAIR ZAID", Confidence.LOW, "2025-09-17")))
                .isTrue();
        assertThat(first.repeats(says("Dawn", "Zuhair Zaid", Confidence.LOW, "2025-09-18")))
                .isFalse();
        assertThat(first.repeats(says("Dawn", "Zuhair Dar Zaid", Confidence.LOW, "2025-09-17")))
                .isFalse();
        assertThat(first.repeats(says("Geo", "Zuhair Zaid", Confidence.LOW, "2025-09-17")))
                .isFalse();
    }
}
