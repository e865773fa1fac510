package org.moutracker.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.AgreementsTest;

@AgreementsTest
class AgreementListTest {

    private final Listed listed = new Listed();

    @Test
    void several_statuses_are_any_of_them() {
        var draft = listed.add(agreement -> ((ArrayNode) agreement.get("signatures")).remove(1));
        var inForce = listed.add(agreement -> {});

        assertThat(listed.found("status", "DRAFT")).containsExactly(draft);
        assertThat(listed.found("status", List.of("DRAFT", "IN_FORCE"))).containsExactly(inForce, draft);
        assertThat(listed.found("status", List.of("EXPIRED", "TERMINATED"))).isEmpty();
    }

    @Test
    void types_countries_parties_and_organizations_filter_and_combine() {
        var protocol = listed.add(agreement -> agreement.put("type", "PROTOCOL"));
        var chinese = listed.with("National Health Commission", "CN", "Asia/Shanghai");

        assertThat(listed.found("type", "PROTOCOL")).containsExactly(protocol);
        assertThat(listed.found("type", List.of("PROTOCOL", "MEMORANDUM_OF_UNDERSTANDING")))
                .containsExactly(chinese, protocol);
        assertThat(listed.found("country", "CN")).containsExactly(chinese);
        assertThat(listed.found("country", "PK")).containsExactly(chinese, protocol);
        assertThat(listed.found("party", "PS")).hasSize(2);
        assertThat(listed.found(Map.of("country", "CN", "type", "PROTOCOL"))).isEmpty();
        var organization = listed.ask(Map.of("country", "CN")).<String>path("items[0].parties[1].organization.id");
        assertThat(listed.found("organization", organization)).containsExactly(chinese);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chirurgie réparatrice", "CHIRURGIE  REPARATRICE", "chirurgie réparatrice"})
    void an_area_is_found_whatever_its_case_and_accents(String asked) {
        var surgery = listed.inArea("Chirurgie réparatrice");

        assertThat(listed.found("area", asked)).containsExactly(surgery);
        assertThat(listed.found("area", "Chirurgie")).isEmpty();
    }

    @Test
    void a_day_known_in_part_is_found_by_every_range_that_it_can_lie_in() {
        var exact = listed.signedOn("2020-05-10");
        var month = listed.signedOn("2020-09");
        var before = listed.signedOn("../2020-09-22");
        var year = listed.signedOn("2020");
        var unknown = listed.add(
                agreement -> agreement.withArray("signatures").forEach(one -> ((ObjectNode) one).remove("signedOn")));

        assertThat(signed("2020-09-10", "2020-09-20")).containsExactlyInAnyOrder(month, year);
        assertThat(signed("2020-09-20", "2020-09-30")).containsExactlyInAnyOrder(month, year, before);
        assertThat(signed("2020-05-10", "2020-05-10")).containsExactlyInAnyOrder(exact, year);
        assertThat(listed.found("signedFrom", "2020-10-01")).containsExactly(year);
        assertThat(listed.found("signedUntil", "2020-01-01")).containsExactly(year);
        assertThat(listed.found("signedUntil", "2019-12-31")).isEmpty();
        assertThat(listed.found("signedFrom", "0001-01-01"))
                .doesNotContain(unknown)
                .hasSize(4);
        assertThat(listed.found("sort", "signedOn")).containsExactly(unknown, year, exact, month, before);
        assertThat(listed.found(Map.of("sort", "signedOn", "signedFrom", "2020-09-10")))
                .containsExactly(year, month, before);
        assertThat(listed.found(Map.of("sort", "-signedOn", "signedUntil", "2020-09-01")))
                .containsExactly(month, exact, year);
    }

    private List<String> signed(String from, String until) {
        return listed.found(Map.of("signedFrom", from, "signedUntil", until));
    }

    @Test
    void days_of_entry_into_force_and_registration_filter_too() {
        var early = listed.signedOn("2019-03-01");
        var late = listed.signedOn("2021-03-01");
        var registered =
                listed.ask(Map.of()).<String>path("items[0].registeredAt").substring(0, 10);

        assertThat(listed.found("inForceFrom", "2021-03-01")).containsExactly(late);
        assertThat(listed.found("inForceUntil", "2021-02-28")).containsExactly(early);
        assertThat(listed.found("sort", "-inForceOn")).containsExactly(late, early);
        assertThat(listed.found(Map.of("registeredFrom", registered, "registeredUntil", registered)))
                .containsExactly(late, early);
        assertThat(listed.found("registeredUntil", "2001-01-01")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered", "changed", "signedOn", "inForceOn", "reference"})
    void pages_go_over_ties_in_both_directions_and_miss_and_double_nothing(String sort) {
        var references = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            references.add(listed.signedOn(i < 2 ? "2024-01-01" : "2024-02-01"));
        }

        var forwards = listed.paged(sort, 2);
        var backwards = listed.paged("-" + sort, 2);

        assertThat(forwards).containsExactlyInAnyOrderElementsOf(references);
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards);
        if (!sort.equals("reference")) {
            assertThat(forwards).isEqualTo(references);
        }
    }

    @Test
    void how_many_there_are_is_said_when_asked_for() {
        listed.signedOn("2024-01-01");
        listed.signedOn("2024-01-02");

        listed.ask(Map.of("count", true, "limit", 1))
                .then()
                .statusCode(200)
                .body("count.number", equalTo(2))
                .body("count.exact", equalTo(true));
        listed.ask(Map.of("limit", 1)).then().body("$", not(hasKey("count")));
        listed.ask(Map.of("count", true, "q", "nowhere")).then().body("count.number", equalTo(0));
    }

    @ParameterizedTest(name = "{1} is found by {2}")
    @CsvSource({
        "en, Memorandum of Understanding on makers of cheese, CHEESE maker",
        "fr, Accord de coopération médicale, cooperation MEDICALE",
        "fr, Accord de cooperation medicale, coopération",
        "ar, مُذَكِّرَةُ تَفاهُمٍ في مجال الصِّحَّة, مذكرة تفاهم صحة",
        "ar, مذكرة تفاهم في مجال الصحة, مُذَكِّرَة الصِّحَّة",
        "ar, اتفاقية بشأن الأدوية, إتفاقيه الادويه",
        "ur, پاکستان اور فلسطین کے درمیان صحت کی مفاہمتی یادداشت, پاكستان صحت مفاهمت",
        "zh, 癌症医学检验联合实验室谅解备忘录, 联合实验室",
        "zh, 癌症医学检验联合实验室谅解备忘录, 癌",
        "zh, ＣＰＥＣ联合实验室, cpec 实验",
        "tr, İşbirliği anlaşması, isbirligi",
    })
    void text_is_found_in_every_language(String language, String title, String asked) {
        var other = listed.titled("en", "Something else");
        var agreement = listed.titled(language, title);

        assertThat(listed.found("q", asked)).containsExactly(agreement).doesNotContain(other);
    }

    @Test
    void text_is_found_in_references_organizations_and_areas_but_not_across_them() {
        var word = "Z" + UUID.randomUUID().toString().substring(0, 8);
        var inArea = listed.inArea("Burn " + word);
        var organization = listed.with("Centre " + word, "CN", "Asia/Shanghai");
        var reference = listed.add(agreement -> agreement.put("reference", "REF-" + word + "-2025"));

        assertThat(listed.found("q", word)).containsExactlyInAnyOrder(inArea, organization, reference);
        assertThat(listed.found("q", "ref-" + word)).containsExactly(reference);
        assertThat(listed.found("q", "burn centre " + word)).isEmpty();
        assertThat(listed.found("q", "2025-" + word)).isEmpty();
    }

    @Test
    void signs_of_a_text_without_spaces_must_follow_each_other() {
        listed.titled("zh", "医学与大学");

        assertThat(listed.found("q", "医学大学")).isEmpty();
        assertThat(listed.found("q", "学与大")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "q, %",
        "q, ' '",
        "sort, colour",
        "sort, --registered",
        "count, perhaps",
        "format, pdf",
        "status, HAPPY",
        "type, TREATY",
        "organization, 7",
        "country, XX",
        "country, pk",
        "signedFrom, 2025-02-30",
        "signedUntil, 2025",
        "party, ' '",
    })
    void what_cannot_be_asked_for_is_named(String parameter, String value) {
        asRegistrar()
                .queryParam(parameter, value)
                .get("/api/v1/agreements")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(parameter));
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        listed.ask(Map.of("signedFrom", "2025-02-01", "signedUntil", "2025-01-31"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("signedUntil"));
        listed.ask(Map.of("q", "x".repeat(301))).then().statusCode(400).body("violations[0].field", equalTo("q"));
        listed.ask(Map.of("area", "a\0b")).then().statusCode(400).body("violations[0].field", equalTo("area"));
    }

    @Test
    void a_cursor_belongs_to_its_order() {
        listed.signedOn("2024-01-01");
        listed.signedOn("2024-01-02");
        var next = listed.ask(Map.of("sort", "signedOn", "limit", 1)).<String>path("next");

        listed.ask(Map.of("sort", "inForceOn", "cursor", next))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        listed.ask(Map.of("sort", "signedOn", "limit", 1, "cursor", next))
                .then()
                .statusCode(200)
                .body("next", nullValue());
    }
}
