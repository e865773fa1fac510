package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

/** Deadlines without a group: officers of Pakistan, whose register it is, and contact points of the ministries. */
@NotificationsTest
class StandbyStoryTest {

    @Inject
    MeterRegistry metrics;

    @Test
    void a_deadline_without_a_group_is_told_to_officers_and_contact_points_and_to_no_follower() {
        var story = withoutGroup();
        officers(story);
        contactPoint(story, "0102");

        plan(story)
                .body("steps[0].fireAt", org.hamcrest.Matchers.equalTo("2025-10-02T06:00:00Z"))
                .body("steps[0].recipients.name", contains("Dana"))
                .body("steps[1].recipients.name", contains("Omar"))
                .body("notTold", org.hamcrest.Matchers.empty());
        story.at("2025-10-02T06:00:00Z").at("2025-10-03T04:00:00Z");
        assertThat(story.post()).containsExactly("dana T-14", "omar T-14");
        story.at("2025-10-26T07:00:00Z");
        assertThat(story.post()).contains("dana T+7, escalated", "omar T+7, escalated");
        assertThat(story.mails()).anySatisfy(mail -> assertThat(mail.text())
                .contains("Dear Omar", "as an officer who answers for the agreement"));
        assertThat(story.post()).noneMatch(mail -> mail.startsWith("fatima"));
    }

    @Test
    void any_order_of_the_news_tells_the_same() {
        var story = Story.begin();
        contactPoint(story, "0102");
        story.tell("responsibility.changed");
        story.tell("deadline.opened", StandbyStoryTest::ungrouped);
        story.tell("agreement.entered-into-force");
        person(story, "f702", "omar");
        person(story, "f703", "fatima");

        story.at("2025-10-02T06:00:00Z").at("2025-10-03T04:00:00Z");
        assertThat(story.post()).containsExactly("dana T-14", "omar T-14");
    }

    @Test
    void while_an_officer_is_away_his_deputy_is_told_who_is_named_nowhere() {
        var story = withoutGroup();
        officers(story);
        person(story, "b001", "deputy");
        story.tell("person.changed", person -> {
            describe(story, person, "f702", "omar");
            person.putArray("absences")
                    .addObject()
                    .put("from", "2025-10-01")
                    .put("to", "2025-10-12")
                    .put("deputy", story.id("b001"));
        });

        assertThat(story.at("2025-10-10T04:00:00Z").post()).containsExactly("deputy T-7");
        assertThat(story.at("2025-10-14T04:00:00Z").post()).containsExactly("deputy T-7", "omar T-3");
    }

    @Test
    void a_handover_tells_each_in_his_time() {
        var story = withoutGroup();
        person(story, "f702", "omar");
        person(story, "f701", "next");
        story.tell("responsibility.handed-over", responsibility -> {
            var officers = responsibility.putArray("officers");
            officers.addObject()
                    .put("personId", story.id("f702"))
                    .put("role", "LEAD")
                    .put("from", "2025-09-18")
                    .put("until", "2025-10-05");
            officers.addObject()
                    .put("personId", story.id("f701"))
                    .put("role", "LEAD")
                    .put("from", "2025-10-06");
        });

        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");
        assertThat(story.post()).containsExactly("omar T-14", "next T-7");
        assertThat(story.alerts()).containsExactly("PK T-14 plan 1 ENDED CANCELLED", "PK T-7 plan 1 ACTIVE");
    }

    @Test
    void an_erased_officer_is_told_nothing_and_the_contact_point_answers() {
        var story = withoutGroup();
        officers(story);
        contactPoint(story, "0101");

        story.erase("f702");

        assertThat(story.at("2025-10-03T06:00:00Z").post()).containsExactly("dana T-14");
    }

    @Test
    void contact_points_of_whoever_succeeded_a_party_are_told_from_that_day_on() {
        var story = withoutGroup();
        contactPoint(story, "0102");
        person(story, "f703", "fatima");
        story.tell("contact-point.named", point -> point.put(
                        "id", java.util.UUID.randomUUID().toString())
                .put("organizationId", story.id("0a03"))
                .put("personId", story.id("f703")));
        story.tell("organization.succeeded", organization -> {
            organization.put("id", story.id("0102"));
            ((ObjectNode) organization.get("succession")).put("by", story.id("0a03"));
            ((ObjectNode) organization.get("succession")).put("on", "2025-10-05");
        });

        assertThat(story.at("2025-10-02T06:00:00Z").post()).containsExactly("dana T-14");
        assertThat(story.at("2025-10-10T06:00:00Z").post()).containsExactly("dana T-14", "fatima T-7");
    }

    @Test
    void contact_points_of_a_duplicate_are_those_of_the_one_that_it_is() {
        var story = withoutGroup();
        contactPoint(story, "0a01");

        story.tell("organization.merged", organization -> organization.put("mergedInto", story.id("0102")));

        assertThat(story.at("2025-10-02T06:00:00Z").post()).containsExactly("dana T-14");
    }

    @Test
    void who_was_told_of_a_day_hears_that_it_has_moved_unless_he_no_longer_answers_for_it() {
        var story = withoutGroup();
        officers(story);
        contactPoint(story, "0102");
        story.at("2025-10-02T06:00:00Z").at("2025-10-03T04:00:00Z");

        story.tell("deadline.rescheduled", StandbyStoryTest::ungrouped);
        story.tell("contact-point.ended", point -> point.put("organizationId", story.id("0102"))
                .put("until", "2025-09-30"));

        assertThat(story.afterAWhile().post()).containsExactly("dana T-14", "omar T-14", "omar Moved");
    }

    @Test
    void a_deadline_of_which_nobody_can_be_told_is_listed_until_somebody_can() {
        var before = gauge();
        var story = withoutGroup();

        assertThat(gauge()).isEqualTo(before + 1);
        var listed = listed(story);
        assertThat(listed.get("step")).isEqualTo("T-14");
        assertThat(listed.get("at")).isEqualTo("2025-10-03T04:00:00Z");
        assertThat(listed.get("title")).isNotNull();
        assertThat(String.valueOf(listed.get("notTold")))
                .contains("there is no group, no officer answers for this side and it has no contact point");
        story.at("2025-10-03T04:00:00Z");
        assertThat(listed(story).get("step")).isEqualTo("T-7");
        officers(story);
        assertThat(gauge()).isEqualTo(before);
        assertThat(listed(story)).isEmpty();
        assertThat(story.post()).containsExactly("omar T-14");
        story.erase("f702");
        assertThat(listed(story).get("step")).isEqualTo("T-7");
        story.tell("deadline.met", StandbyStoryTest::ungrouped);
        assertThat(listed(story)).isEmpty();
        assertThat(gauge()).isEqualTo(before);
    }

    @Test
    void what_nobody_hears_is_read_page_by_page_by_its_next_step() {
        withoutGroup();
        withoutGroup();
        withoutGroup();
        var seen = new ArrayList<String>();
        var moments = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = asRegistrar()
                    .get("/api/v1/alert-plans?unreachable=true&limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.deadlineId"));
            moments.addAll(page.<List<String>>path("items.at"));
            var next = page.<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).hasSizeGreaterThanOrEqualTo(3);
        assertThat(moments).isSorted();
    }

    @Test
    void plans_are_listed_for_that_alone() {
        for (var query : List.of("", "?unreachable=false", "?unreachable=true&limit=0", "?unreachable=true&cursor=x")) {
            asRegistrar().get("/api/v1/alert-plans" + query).then().statusCode(400);
        }
        asRegistrar().get("/api/v1/alert-plans").then().body("violations.field", containsInAnyOrder("unreachable"));
    }

    private double gauge() {
        return requireNonNull(metrics.find("mou.alerts.unreachable").gauge()).value();
    }

    private static Map<String, Object> listed(Story story) {
        return asRegistrar()
                .get("/api/v1/alert-plans?unreachable=true&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, Object>>>path("items")
                .stream()
                .filter(item -> story.id("d001").equals(item.get("deadlineId")))
                .findFirst()
                .orElse(Map.of());
    }

    private static io.restassured.response.ValidatableResponse plan(Story story) {
        return asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .statusCode(200);
    }

    private static Story withoutGroup() {
        var story = Story.begin();
        story.tell("agreement.entered-into-force");
        story.tell("deadline.opened", StandbyStoryTest::ungrouped);
        return story;
    }

    private static void ungrouped(ObjectNode deadline) {
        deadline.remove("workingGroupId");
    }

    /** Omar leads; Fatima follows. */
    private static void officers(Story story) {
        person(story, "f702", "omar");
        person(story, "f703", "fatima");
        story.tell("responsibility.changed");
    }

    /** Dana is the contact point of an organization. */
    private static void contactPoint(Story story, String organization) {
        story.tell("person.changed", person -> {
            describe(story, person, "f701", "dana");
            person.put("zone", "Asia/Hebron");
        });
        story.tell("contact-point.named", point -> point.put("organizationId", story.id(organization)));
    }

    private static void person(Story story, String id, String name) {
        story.tell("person.changed", person -> describe(story, person, id, name));
    }

    private static void describe(Story story, ObjectNode person, String id, String name) {
        person.put("id", story.id(id)).put("email", story.mailbox(name));
        person.put("name", name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
    }
}
