package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.Api.asRegistrar;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** Pages say what is the matter with a group, and what is above and below it. */
@WorkingGroupsTest
class GroupStateTest {

    @Inject
    Rows rows;

    @Test
    void a_group_shows_the_one_above_it_and_those_below_with_their_state() throws SQLException {
        var above = group();
        var below = group();
        rows.execute("UPDATE working_group SET name = 'Joint Commission', status = 'ACTIVE' WHERE id = '%s'"
                .formatted(above));
        rows.execute("UPDATE working_group SET name = 'Training', status = 'DORMANT', parent_id = '%s' WHERE id = '%s'"
                .formatted(above, below));

        assertThat(page(below)).contains("Part of <bdi>Joint Commission</bdi> <span class=\"badge\">Active</span>");
        assertThat(page(above))
                .contains("<h2>Sub-groups</h2>")
                .contains("<bdi class=\"name\">Training</bdi> <span class=\"as\">Joint working group, Dormant</span>");
        assertThat(page(below)).doesNotContain("Sub-groups");
    }

    @Test
    void a_group_and_its_members_see_for_which_side_nobody_sits() {
        var group = group();
        var person = Api.nominate(group, "PK", "CO_CHAIR")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("person.id");

        assertThat(page(group)).contains("Nobody sits for: <bdi>PS</bdi></p>");
        assertThat(member(person)).contains("Nobody sits for: <bdi>PS</bdi></p>");

        Api.nominate(group, "PS", "CO_CHAIR").then().statusCode(201);
        assertThat(page(group)).doesNotContain("Nobody sits for");
        assertThat(member(person)).doesNotContain("Nobody sits for");
    }

    @Test
    void the_side_whose_turn_it_is_to_lead_is_named_with_the_end_of_its_turn() throws SQLException {
        var group = group();
        assertThat(page(group)).doesNotContain("In the chair");

        rows.execute("""
                UPDATE working_group SET chair = '{"side": "PS", "from": "2025-09-01", "until": "2026-08-31"}'
                WHERE id = '%s'""".formatted(group));

        assertThat(page(group))
                .contains(
                        "In the chair: <bdi>PS</bdi>, until the end of <time datetime=\"2026-08-31\">31 Aug 2026</time>");
    }

    @Test
    void why_a_group_is_dormant_and_that_its_agreements_rest_or_have_ended_is_shown() throws SQLException {
        var group = group();
        var person = Api.nominate(group, "PK", "CO_CHAIR").then().extract().<String>path("person.id");
        rows.execute("""
                UPDATE working_group SET status = 'DORMANT', dormant_because = 'NO_MEETING', dormant_on = '2025-09-16',
                    grounds = 'RESTING' WHERE id = '%s'""".formatted(group));
        for (var page : new String[] {page(group), member(person)}) {
            assertThat(page)
                    .contains(
                            "Dormant",
                            "has not met for too long, since <time datetime=\"2025-09-16\">16 Sept 2025</time>")
                    .contains("None of its agreements is in force at present");
        }

        rows.execute("UPDATE working_group SET grounds = 'ENDED' WHERE id = '%s'".formatted(group));
        assertThat(page(group)).contains("All agreements of this group have ended, but the group has not.");

        rows.execute("UPDATE working_group SET status = 'CONCLUDED', ended_on = '2025-09-17' WHERE id = '%s'"
                .formatted(group));
        assertThat(page(group))
                .contains("Ended on <time datetime=\"2025-09-17\">")
                .doesNotContain("but the group has not", "Nobody sits for:", "To be named");
    }

    @Test
    void whose_term_of_office_is_over_sits_no_more_also_before_that_is_recorded() throws SQLException {
        var group = group();
        var person = Api.nominate(group, "PK", "CO_CHAIR").then().extract().<String>path("person.id");
        rows.execute("""
                UPDATE working_group SET due_at = NULL, members = jsonb_set(members, '{0,until}', '"2025-09-16"')
                WHERE id = '%s'""".formatted(group));

        assertThat(page(group)).contains("Nobody sits for: <bdi>PK</bdi>").doesNotContain("Ayesha Khan");
        assertThat(member(person)).contains("This person sits in no working group.");
    }

    private static String group() {
        return Api.groupOf(Seed.told().agreement()).getString("id");
    }

    private static String page(String group) {
        return asRegistrar().get("/pages/working-groups/" + group + "?lang=en").asString();
    }

    private static String member(String person) {
        return asRegistrar().get("/pages/members/" + person + "?lang=en").asString();
    }
}
