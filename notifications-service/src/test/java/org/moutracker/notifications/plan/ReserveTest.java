package org.moutracker.notifications.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.contactpoint.ContactPoint;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.Deadline.Responsible;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.responsibility.Officer;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

/** Who answers beside a group, or where there is none: the last day is 2025-10-17, T-14 is the 3rd, T-7 the 10th. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReserveTest {

    private static final Instant THEN = Instant.parse("2025-09-17T07:00:00Z");
    private static final Instant AFTER_ALL = Instant.parse("2026-06-01T00:00:00Z");
    private static final String LONG_AGO = "2025-01-01";
    private static final String LEAD = "lead";
    private static final String OFFICER = "officer";
    private static final String DEPUTY = "deputy";
    private static final String IN_PK = "contact of PK";
    private static final String IN_PS = "contact of PS";
    private static final String CHAIR = "chair of PK";

    private @Nullable String ownSide = "PK";
    private @Nullable String internalTo;
    private final List<String> acting = new ArrayList<>(List.of("PK", "PS"));
    private final List<Officer> officers = new ArrayList<>();
    private final Map<String, List<ContactPoint>> contactPoints = new HashMap<>();
    private final List<Member> members = new ArrayList<>();
    private final Map<UUID, Recipient> people = new HashMap<>();
    private final Map<String, Instant> silencedSides = new HashMap<>();
    private final Map<String, Instant> silencedParties = new HashMap<>();

    @Test
    void without_a_group_the_officers_are_told_for_their_side_and_the_contact_points_for_the_other() {
        officer(LEAD, LONG_AGO, null);
        contactPoint(IN_PS, "PS", LONG_AGO, null);

        assertThat(told().keySet()).containsExactlyInAnyOrder(LEAD, IN_PS);
        assertThat(told().get(LEAD)).contains("T-14", "T-0", "T+1", "T+7");
        assertThat(told().get(IN_PS)).contains("T-14", "T-0", "T+1", "T+7");
        assertThat(notTold()).isEmpty();
    }

    @Test
    void while_an_officer_can_be_told_the_contact_points_of_his_side_hear_what_is_escalated() {
        officer(LEAD, LONG_AGO, null);
        contactPoint(IN_PK, "PK", LONG_AGO, null);

        assertThat(told().get(IN_PK)).containsExactly("T+7", "T+14", "T+21", "T+28", "T+35");
        person(LEAD, false);
        assertThat(told().get(IN_PK)).contains("T-14", "T-0", "T+1");
        assertThat(notTold())
                .containsExactly(
                        "PS null: no member of this side answers for it yet",
                        "PK lead: waits for verification: the mail address is not confirmed yet");
    }

    @Test
    void beside_members_who_can_be_told_officers_and_contact_points_hear_what_is_escalated() {
        member(CHAIR, "PK", Role.CO_CHAIR);
        officer(LEAD, LONG_AGO, null);
        contactPoint(IN_PK, "PK", LONG_AGO, null);

        assertThat(told().get(CHAIR)).contains("T-14", "T-0", "T+1", "T+7");
        assertThat(told().get(LEAD)).containsExactly("T+7", "T+14", "T+21", "T+28", "T+35");
        assertThat(told().get(IN_PK)).containsExactlyElementsOf(told().get(LEAD));
    }

    @Test
    void where_no_member_of_a_side_can_be_reached_its_officers_are_told() {
        member(CHAIR, "PK", Role.CO_CHAIR);
        person(CHAIR, false);
        officer(LEAD, LONG_AGO, null);

        assertThat(told().get(LEAD)).contains("T-14", "T-0", "T+1");
    }

    @Test
    void members_of_the_other_side_do_not_answer_for_this_one() {
        member("chair of PS", "PS", Role.CO_CHAIR);
        officer(LEAD, LONG_AGO, null);

        assertThat(told().get(LEAD)).contains("T-14");
    }

    @Test
    void each_is_told_in_his_own_days_and_the_contact_point_on_those_that_nobody_else_has() {
        officer(LEAD, LONG_AGO, "2025-10-05");
        officer(OFFICER, "2025-10-12", null);
        contactPoint(IN_PK, "PK", "2025-10-06", null);

        assertThat(told().get(LEAD)).containsExactly("T-14");
        assertThat(told().get(IN_PK)).startsWith("T-7", "T+7");
        assertThat(told().get(OFFICER)).startsWith("T-3", "T-1", "T-0", "T+1");
    }

    @Test
    void who_is_named_again_after_a_while_is_told_in_both_times() {
        officer(LEAD, LONG_AGO, "2025-10-05");
        officer(LEAD, "2025-10-12", "2025-10-18");

        assertThat(told().get(LEAD)).containsExactly("T-14", "T-3", "T-1", "T-0", "T+1");
    }

    @Test
    void what_was_past_when_somebody_was_named_is_not_his_business() {
        officer(LEAD, "2025-10-11", null);

        assertThat(outlook().due(Instant.parse("2025-10-12T12:00:00Z"))).isEmpty();
        assertThat(outlook().due(Instant.parse("2025-10-14T12:00:00Z")))
                .extracting(told -> told.step().toString())
                .containsExactly("T-3");
    }

    @Test
    void while_an_officer_is_away_the_deputy_is_told_who_is_named_nowhere_and_that_ones_deputy_in_turn() {
        officer(LEAD, LONG_AGO, null);
        person(DEPUTY, true);
        person(LEAD, true, away("2025-10-01", "2025-10-12", DEPUTY));

        assertThat(told().get(DEPUTY)).containsExactly("T-14", "T-7");
        assertThat(told().get(LEAD)).startsWith("T-3");
        assertThat(notTold()).contains("PK lead: is away from 2025-10-01 to 2025-10-12; the deputy is told instead");

        person(DEPUTY, true, away("2025-10-09", "2025-10-11", OFFICER));
        person(OFFICER, true);
        assertThat(told().get(DEPUTY)).containsExactly("T-14");
        assertThat(told().get(OFFICER)).containsExactly("T-7");
    }

    @Test
    void who_is_away_and_has_no_deputy_who_can_be_told_is_told_himself() {
        officer(LEAD, LONG_AGO, null);
        for (var deputy : Arrays.asList(null, LEAD, DEPUTY, OFFICER)) {
            person(DEPUTY, false);
            person(OFFICER, true, away("2025-10-01", "2025-10-12", LEAD));
            person(LEAD, true, away("2025-10-01", "2025-10-12", deputy));
            assertThat(told().get(LEAD)).contains("T-14", "T-7");
        }
    }

    @Test
    void officers_answer_for_another_side_that_has_nobody_at_all() {
        acting.remove("PK");
        officer(LEAD, LONG_AGO, null);
        assertThat(told().get(LEAD)).contains("T-14", "T-0");
        assertThat(notTold()).isEmpty();

        contactPoint(IN_PS, "PS", LONG_AGO, null);
        assertThat(told().keySet()).containsExactly(IN_PS);
        person(IN_PS, false);
        assertThat(told().keySet()).contains(LEAD);
        member("chair of PS", "PS", Role.CO_CHAIR);
        assertThat(told().keySet()).doesNotContain(LEAD);
    }

    @Test
    void while_nobody_has_said_whose_they_are_officers_answer_for_a_side_that_has_nobody() {
        ownSide = null;
        officer(LEAD, LONG_AGO, null);
        contactPoint(IN_PK, "PK", LONG_AGO, null);

        assertThat(told().get(LEAD)).contains("T-14");
        assertThat(told().get(IN_PK)).contains("T-14");
        assertThat(vacant()).isEmpty();
    }

    @Test
    void what_is_internal_to_a_side_is_not_for_the_officers_of_another() {
        officer(LEAD, LONG_AGO, null);
        acting.remove("PK");
        internalTo = "PS";
        assertThat(told()).isEmpty();

        ownSide = null;
        assertThat(told()).isEmpty();
        ownSide = "PS";
        assertThat(told().keySet()).containsExactly(LEAD);
    }

    @Test
    void who_is_known_by_two_names_is_told_once_and_who_is_erased_is_not() {
        member(CHAIR, "PK", Role.CO_CHAIR);
        officer(LEAD, LONG_AGO, null);
        people.put(id(LEAD), recipient(LEAD, "CHAIR.OF.PK@health.example", true));
        contactPoint(IN_PK, "PK", LONG_AGO, null);
        people.remove(id(IN_PK));

        assertThat(told().keySet()).containsExactly(CHAIR);
    }

    @Test
    void of_a_side_that_must_not_be_contacted_nobody_is_told_and_the_other_is_told_as_before() {
        officer(LEAD, LONG_AGO, null);
        member("chair of PS", "PS", Role.CO_CHAIR);
        contactPoint(IN_PS, "PS", LONG_AGO, null);
        var before = told().get(LEAD);

        silencedSides.put("PS", Instant.parse("2025-10-01T08:00:00Z"));

        assertThat(told().keySet()).containsExactly(LEAD);
        assertThat(told().get(LEAD)).isEqualTo(before);
        assertThat(notTold())
                .containsExactly(
                        "PS null: NO_CONTACT since 2025-10-01T08:00:00Z: nobody of this side is told anything");
        assertThat(vacant()).isEmpty();
    }

    @Test
    void a_side_is_silent_when_each_of_its_parties_is() {
        contactPoint(IN_PS, "PS", LONG_AGO, null);
        contactPoint("contact of PS-2", "PS-2", LONG_AGO, null);
        silencedParties.put("PS", THEN);

        assertThat(told().keySet()).containsExactly("contact of PS-2");
        assertThat(notTold()).noneMatch(reason -> reason.contains("NO_CONTACT"));
        silencedParties.put("PS-2", THEN);
        assertThat(told()).isEmpty();
        assertThat(notTold()).anyMatch(reason -> reason.startsWith("PS null: NO_CONTACT"));
    }

    @Test
    void officers_do_not_stand_in_for_a_side_that_must_not_be_contacted() {
        acting.remove("PK");
        officer(LEAD, LONG_AGO, null);
        silencedSides.put("PS", THEN);

        assertThat(told()).isEmpty();
    }

    @Test
    void the_next_step_that_nobody_hears_is_known_and_the_last_one_when_none_is_left() {
        assertThat(untold(THEN)).isEqualTo("T-14 2025-10-03T04:00:00Z");
        assertThat(untold(Instant.parse("2025-10-03T04:00:00Z"))).isEqualTo("T-7 2025-10-10T04:00:00Z");
        assertThat(untold(AFTER_ALL)).startsWith("T+35 ");
        assertThat(outlook().next(THEN)).contains(Instant.parse("2025-10-03T04:00:00Z"));
        assertThat(outlook().next(AFTER_ALL)).isEmpty();
        acting.clear();
        assertThat(untold(THEN)).startsWith("T-14 ");
    }

    @Test
    void it_is_not_for_operators_when_somebody_of_any_side_can_be_told_or_nobody_may_be() {
        contactPoint(IN_PS, "PS", LONG_AGO, null);
        assertThat(untold(THEN)).isEqualTo("none");
        assertThat(untold(AFTER_ALL)).isEqualTo("none");
        person(IN_PS, false);
        assertThat(untold(THEN)).startsWith("T-14 ");

        silencedSides.put("PS", THEN);
        assertThat(untold(THEN)).startsWith("T-14 ");
        silencedSides.put("PK", THEN);
        assertThat(untold(THEN)).isEqualTo("none");
    }

    @Test
    void steps_after_the_last_day_of_whoever_is_told_are_heard_by_nobody() {
        officer(LEAD, LONG_AGO, "2025-10-12");

        assertThat(untold(THEN)).isEqualTo("none");
        assertThat(untold(Instant.parse("2025-10-10T05:00:00Z"))).startsWith("T-3 ");
    }

    private String untold(Instant now) {
        return outlook()
                .untold(now)
                .map(untold -> untold.step() + " " + untold.at())
                .orElse("none");
    }

    private void officer(String name, String from, @Nullable String until) {
        officers.add(new Officer(id(name), Officer.Role.OFFICER, LocalDate.parse(from), day(until)));
        people.putIfAbsent(id(name), recipient(name, mailbox(name), true));
    }

    private void contactPoint(String name, String party, String from, @Nullable String until) {
        contactPoints
                .computeIfAbsent(party, one -> new ArrayList<>())
                .add(new ContactPoint(id("of " + name), id(party), id(name), LocalDate.parse(from), day(until)));
        people.putIfAbsent(id(name), recipient(name, mailbox(name), true));
    }

    private void member(String name, String side, Role role) {
        members.add(new Member(new UUID(3, 1), id(name), side, side, role, THEN, List.of()));
        people.putIfAbsent(id(name), recipient(name, mailbox(name), true));
    }

    private void person(String name, boolean verified, Absence... absences) {
        people.put(id(name), recipient(name, mailbox(name), verified, absences));
    }

    private static Recipient recipient(String name, String mailbox, boolean verified, Absence... absences) {
        return new Recipient(
                new Person(id(name), name, mailbox, "en", "Asia/Karachi", null, List.of(absences)), verified);
    }

    private static String mailbox(String name) {
        return name.replace(' ', '.') + "@health.example";
    }

    private static Absence away(String from, String to, @Nullable String deputy) {
        return new Absence(LocalDate.parse(from), LocalDate.parse(to), deputy == null ? null : id(deputy));
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Map<String, List<String>> told() {
        var told = new TreeMap<String, List<String>>();
        for (var coming : outlook().coming(THEN)) {
            var addressee = coming.addressee();
            if (addressee != null && addressee.mailbox() != null) {
                told.merge(
                        String.valueOf(addressee.name()),
                        List.of(coming.step().toString()),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList());
            }
        }
        return told;
    }

    private List<String> notTold() {
        return AlertPlanView.of(outlook(), THEN).notTold().stream()
                .map(one -> one.recipient().party() + " " + one.recipient().name() + ": " + one.because())
                .toList();
    }

    private Iterable<String> vacant() {
        return outlook().vacant();
    }

    private Outlook outlook() {
        var deadline = new Deadline(
                new UUID(2, 1),
                "DELIVERY",
                "Share the technology",
                new UUID(4, 1),
                new UUID(3, 1),
                DeadlineStatus.ACTIVE,
                null,
                LocalDate.parse("2025-10-17"),
                Instant.parse("2025-10-17T19:00:00Z"),
                1,
                THEN,
                List.of(),
                null,
                acting.stream().map(party -> new Responsible(party, null)).toList(),
                null,
                internalTo);
        var agreement = new Agreement(
                new UUID(4, 1),
                null,
                Map.of(),
                Stream.of("PK", "PS", "PS-2").map(ReserveTest::party).toList());
        return Outlook.of(new Situation(
                Plan.first(deadline, THEN, null),
                deadline,
                agreement,
                null,
                members,
                people,
                Map.of(),
                new Standby(ownSide, officers, contactPoints),
                new Silenced(silencedSides, silencedParties)));
    }

    private static Agreement.Party party(String code) {
        return new Agreement.Party(
                code,
                code.substring(0, 2),
                new Agreement.Organization(id(code), null, code.substring(0, 2), "Asia/Karachi", null));
    }
}
