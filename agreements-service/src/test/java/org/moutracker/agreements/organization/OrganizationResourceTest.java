package org.moutracker.agreements.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.organization.Registering.agreement;
import static org.moutracker.agreements.organization.Registering.form;
import static org.moutracker.agreements.organization.Registering.patch;
import static org.moutracker.agreements.organization.Registering.read;
import static org.moutracker.agreements.organization.Registering.register;
import static org.moutracker.agreements.organization.Registering.registered;
import static org.moutracker.agreements.organization.Registering.with;
import static org.moutracker.agreements.organization.Registering.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import db.migration.V10_1__Fold_names_of_organizations;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Api;

@AgreementsTest
class OrganizationResourceTest {

    @Test
    void an_organization_has_names_in_several_scripts_and_is_found_by_each() {
        var word = word();
        var form = with(form("Ministry of " + word, "PS"), "ar", "وزارة الصحة " + word);
        with(form, "zh", "卫生部" + word);
        var id = registered(form);

        read(id).then()
                .statusCode(200)
                .body("variants.language", contains("ar", "zh"))
                .body("mergedInto", nullValue());
        // Another spelling of the same letters, as people type them.
        for (var text : new String[] {"MINISTRY OF " + word, "وزاره الصحه " + word, "卫生部" + word}) {
            asRegistrar()
                    .queryParam("q", text)
                    .get("/api/v1/organizations")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
    }

    @Test
    void what_looks_alike_is_suggested_and_not_joined() {
        var word = word();
        var known = registered(with(form("Ministry of Health and " + word, "PK"), "ur", "وزارت صحت " + word));
        var elsewhere = registered("Ministry of Health and " + word, "PS");

        var answer = register(form("Ministère of health & " + word.toUpperCase(java.util.Locale.ROOT), "PK"));

        answer.then()
                .statusCode(201)
                .body("duplicates.organization.id", contains(known, elsewhere))
                .body("organization.id", not(equalTo(known)));
        asRegistrar()
                .get("/api/v1/organizations/" + elsewhere + "/duplicates")
                .then()
                .statusCode(200)
                .body("organization.id", hasItem(known));
    }

    @Test
    void an_agreement_that_adds_an_organization_says_which_others_it_looks_like() {
        var word = word();
        var known = registered("Ministry of Health and " + word, "PK");
        var form = agreement(known, registered("Ministry of " + word(), "PS"));
        ((ObjectNode) form.at("/parties/0")).set("organization", form("Ministère of health & " + word, "PK"));

        var answer = Api.register(form);

        answer.then()
                .statusCode(201)
                .body("organizationsToCheck", hasSize(1))
                .body("organizationsToCheck[0].name", equalTo("Ministère of health & " + word))
                // The most alike first; others' names may be a little alike too.
                .body("organizationsToCheck[0].duplicates[0].organization.id", equalTo(known))
                .body("organizationsToCheck[0].duplicates[0].name", equalTo("Ministry of Health and " + word));
        assertThat(answer.<String>path("organizationsToCheck[0].organizationId"))
                .isEqualTo(answer.path("parties[0].organization.id"))
                .isNotEqualTo(known);
        asRegistrar().get(answer.header("Location")).then().body("$", not(hasKey("organizationsToCheck")));
        form.put("reference", word);
        Api.register(form).then().statusCode(201).body("$", not(hasKey("organizationsToCheck")));
    }

    @Test
    void each_that_an_agreement_adds_has_its_own_and_its_sides_are_no_duplicates_of_each_other() {
        var pakistan = word();
        var palestine = word();
        var one = registered("Institute of Grain " + pakistan, "PK");
        var other = registered("Institute of Grain " + palestine, "PS");
        var form = Api.healthMou();
        ((ObjectNode) form.at("/parties/0")).set("organization", form("The Institute of Grain, " + pakistan, "PK"));
        ((ObjectNode) form.at("/parties/1")).set("organization", form("The Institute of Grain, " + palestine, "PS"));

        var answer = Api.register(form);

        answer.then().statusCode(201).body("organizationsToCheck.organizationId", hasSize(2));
        for (var i = 0; i < 2; i++) {
            var added = answer.<String>path("parties[%d].organization.id".formatted(i));
            var suggested = answer.<List<String>>path(
                    "organizationsToCheck.find { it.organizationId == '%s' }.duplicates.organization.id"
                            .formatted(added));
            assertThat(suggested)
                    .contains(i == 0 ? one : other)
                    .doesNotContain(added, answer.<String>path("parties[%d].organization.id".formatted(1 - i)));
        }
    }

    @Test
    void legal_forms_and_full_width_make_no_difference() {
        var word = word();
        var known = registered("%s Gene Medicine Technology Co., Ltd.".formatted(word), "PK");

        register(form("Ｇｅｎｅ Medicine Technology %s (Pvt) Limited".formatted(word), "PK"))
                .then()
                .statusCode(201)
                .body("duplicates[0].organization.id", equalTo(known))
                .body("duplicates[0].similarity", equalTo(1.0f));
    }

    @Test
    void a_name_in_another_script_is_compared_with_variants() {
        var word = word();
        var known = registered(with(form("Ministry of Health " + word, "PK"), "zh", "巴基斯坦国家卫生服务部"));

        register(with(form("MoH " + word() + " Islamabad", "PK"), "zh", "巴基斯坦国家卫生部"))
                .then()
                .statusCode(201)
                .body("duplicates.organization.id", hasItem(known));
    }

    @Test
    void what_has_nothing_in_common_is_not_suggested() {
        var health = registered("Ministry of Health " + word(), "PK");

        register(form("University " + word(), "PK"))
                .then()
                .statusCode(201)
                .body("duplicates.organization.id", not(hasItem(health)));
    }

    @Test
    void the_same_description_is_the_same_organization_and_refused() {
        var form = form("Ministry of " + word(), "PK");
        var id = registered(form);

        register(form)
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("organization %s has this name, country, kind, zone and calendar already"
                                .formatted(id)));
    }

    @Test
    void a_repeat_with_the_same_key_registers_once() {
        var form = form("Ministry of " + word(), "PK").toString();
        var key = UUID.randomUUID().toString();

        var first = sending(form).header("Idempotency-Key", key).post("/api/v1/organizations");
        var second = sending(form).header("Idempotency-Key", key).post("/api/v1/organizations");

        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void a_change_keeps_the_former_name_and_its_history() {
        var word = word();
        var id = registered("Ministri of " + word, "PS");

        patch(id, "{\"name\": \"Ministry of %s\", \"zone\": \"Asia/Gaza\", \"calendar\": \"PS\"}".formatted(word))
                .then()
                .statusCode(200)
                .body("name", equalTo("Ministry of " + word))
                .body("formerNames", contains("Ministri of " + word))
                .body("calendar", equalTo("PS"));

        asRegistrar()
                .queryParam("q", "ministri of " + word)
                .get("/api/v1/organizations")
                .then()
                .body("items.id", contains(id));
        asRegistrar()
                .get("/api/v1/organizations/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.what", contains("REGISTERED", "CHANGED"))
                .body("items[1].before.zone", equalTo("Asia/Hebron"))
                .body("items[1].after.zone", equalTo("Asia/Gaza"));
    }

    @Test
    void a_change_needs_the_version_that_it_is_based_on() {
        var id = registered("Ministry of " + word(), "PS");
        var path = "/api/v1/organizations/" + id;

        asRegistrar()
                .contentType("application/merge-patch+json")
                .body("{\"calendar\": \"PS\"}")
                .patch(path)
                .then()
                .statusCode(428);
        asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"99\"")
                .body("{\"calendar\": \"PS\"}")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name": " "}                                               | name
                    {"name": null}                                              | name
                    {"zone": "Asia/Nowhere"}                                    | zone
                    {"calendar": "ps"}                                          | calendar
                    {"country": "PK"}                                           | country
                    {"kind": "NGO"}                                             | kind
                    {"variants": [{"language": "xx-nolanguage", "name": "a"}]}  | variants[0].language
                    {"variants": [{"language": "ar", "name": ""}]}              | variants[0].name
                    {"status": "GONE"}                                          | status
                    """)
    void a_change_that_cannot_be_meant_is_refused_with_its_field(String change, String field) {
        var id = registered("Ministry of " + word(), "PS");

        patch(id, change).then().statusCode(400).body("violations.field", hasItem(field));

        read(id).then().header("ETag", equalTo("\"1\""));
    }

    @ParameterizedTest
    @CsvSource({"country, Palestine", "country, ZZ", "zone, +05:00", "kind, CLUB", "calendar, pk", "name, ''"})
    void a_new_one_that_cannot_be_meant_is_refused_with_its_field(String field, String value) {
        register(form("Ministry of " + word(), "PS").put(field, value))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void a_name_that_another_one_has_is_refused() {
        var word = word();
        var known = registered("Ministry of " + word, "PS");
        var other = registered("Ministry for " + word, "PS");

        patch(other, "{\"name\": \"MINISTRY OF %s\"}".formatted(word))
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(("organization %s has this name, country, kind, zone and calendar already: "
                                        + "if they are the same, merge this one into it")
                                .formatted(known)));
    }

    @Test
    void what_nobody_knows_is_not_found() {
        var nobody = UUID.randomUUID().toString();

        read(nobody).then().statusCode(404);
        asRegistrar()
                .get("/api/v1/organizations/" + nobody + "/duplicates")
                .then()
                .statusCode(404);
        asRegistrar().get("/api/v1/organizations/" + nobody + "/history").then().statusCode(404);
    }

    @Test
    void organizations_of_before_are_folded_by_the_migration() throws SQLException {
        var word = word();
        var id = UUID.randomUUID();
        try (var connection =
                Arc.container().instance(AgroalDataSource.class).get().getConnection()) {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO organization (id, name, folded, kind, country, zone)
                    VALUES (?, ?, ?, 'MINISTRY', 'PS', 'Asia/Hebron')
                    """)) {
                insert.setObject(1, id);
                insert.setString(2, "وزارة " + word);
                insert.setString(3, word);
                insert.executeUpdate();
            }
            V10_1__Fold_names_of_organizations.fold(connection);
        }

        asRegistrar()
                .queryParam("q", "وزاره " + word)
                .get("/api/v1/organizations")
                .then()
                .body("items.id", contains(id.toString()));
    }

    @Test
    void names_and_history_are_not_for_the_service_to_change() throws SQLException {
        try (var connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                var select = connection.prepareStatement("""
                        SELECT has_table_privilege(one, 'UPDATE') OR has_table_privilege(one, 'DELETE')
                        FROM unnest(ARRAY['organization_name', 'organization_change', 'officer_step', 'handover',
                            'assignment', 'absence', 'contact_point', 'officer']) AS one
                        """);
                var row = select.executeQuery()) {
            while (row.next()) {
                assertThat(row.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        var word = word();
        registered("A " + word, "PS");
        registered("B " + word, "PS");

        var first = asRegistrar().get("/api/v1/organizations?limit=1&q=" + word);

        first.then().body("items", hasSize(1));
        asRegistrar()
                .get("/api/v1/organizations?limit=1&q=" + word + "&cursor=" + first.<String>path("next"))
                .then()
                .body("items.name", contains("B " + word))
                .body("next", nullValue());
        asRegistrar().get("/api/v1/organizations?country=PK&q=" + word).then().body("items", empty());
    }
}
