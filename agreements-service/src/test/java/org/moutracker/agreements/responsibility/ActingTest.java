package org.moutracker.agreements.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.person.Absence;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final UUID KHAN = new UUID(0, 1);
    private static final UUID AHMED = new UUID(0, 2);
    private static final UUID NASSER = new UUID(0, 3);
    private static final Map<UUID, String> NAMES = Map.of(KHAN, "khan", AHMED, "ahmed", NASSER, "nasser");

    private final Map<UUID, List<Absence>> absences = new HashMap<>();

    private static Acting.Named named(UUID person, OfficerRole role) {
        return new Acting.Named(person, role, LocalDate.parse("2025-09-17"));
    }

    private void away(UUID person, @Nullable UUID deputy) {
        absences.put(
                person, List.of(new Absence(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-14"), deputy)));
    }

    private Acting acting(Acting.Named... named) {
        return Acting.on(DAY, List.of(named), absences, NAMES);
    }

    @Test
    void officers_who_are_there_act_and_the_lead_comes_first() {
        var acting = acting(named(AHMED, OfficerRole.OFFICER), named(KHAN, OfficerRole.LEAD));

        assertThat(acting.officers())
                .containsExactly(new Acting.One(KHAN, true, null, null), new Acting.One(AHMED, false, null, null));
        assertThat(acting.nobody()).isNull();
    }

    @Test
    void a_follower_never_acts() {
        var acting = acting(named(KHAN, OfficerRole.FOLLOWER));

        assertThat(acting.officers()).isEmpty();
        assertThat(acting.nobody()).isEqualTo("no officer is named for that day");
    }

    @Test
    void a_deputy_stands_in_for_an_officer_who_is_away() {
        away(KHAN, AHMED);

        assertThat(acting(named(KHAN, OfficerRole.LEAD)).officers())
                .containsExactly(new Acting.One(AHMED, true, KHAN, "khan is away until 2026-03-14"));
    }

    @Test
    void an_absence_counts_from_its_first_to_its_last_day() {
        away(KHAN, AHMED);
        var lead = List.of(named(KHAN, OfficerRole.LEAD));

        assertThat(List.of("2026-02-28", "2026-03-01", "2026-03-14", "2026-03-15"))
                .extracting(day -> Acting.on(LocalDate.parse(day), lead, absences, NAMES)
                        .officers()
                        .getFirst()
                        .person())
                .containsExactly(KHAN, AHMED, AHMED, KHAN);
    }

    @Test
    void a_deputy_who_is_away_is_represented_too() {
        away(KHAN, AHMED);
        away(AHMED, NASSER);

        assertThat(acting(named(KHAN, OfficerRole.LEAD)).officers())
                .containsExactly(new Acting.One(
                        NASSER, true, KHAN, "khan is away until 2026-03-14, ahmed is away until 2026-03-14"));
    }

    @Test
    void where_nobody_stands_in_the_next_officer_leads() {
        away(KHAN, null);
        var acting = acting(named(KHAN, OfficerRole.LEAD), named(AHMED, OfficerRole.OFFICER));

        assertThat(acting.officers())
                .containsExactly(new Acting.One(
                        AHMED, true, null, "the next officer leads: khan is away until 2026-03-14, nobody stands in"));
        assertThat(acting.away()).extracting(Acting.Away::person).containsExactly(KHAN);
    }

    @Test
    void it_is_said_when_nobody_is_left() {
        away(KHAN, AHMED);
        away(AHMED, null);

        assertThat(acting(named(KHAN, OfficerRole.LEAD)).nobody())
                .isEqualTo("khan is away until 2026-03-14, ahmed is away until 2026-03-14, nobody stands in");
    }

    @Test
    void two_who_stand_in_for_each_other_are_nobody() {
        away(KHAN, AHMED);
        away(AHMED, KHAN);

        assertThat(acting(named(KHAN, OfficerRole.LEAD)).nobody())
                .isEqualTo("khan is away until 2026-03-14, ahmed is away until 2026-03-14, "
                        + "they stand in for each other");
    }

    @Test
    void whoever_is_officer_and_deputy_acts_once() {
        away(KHAN, AHMED);

        assertThat(acting(named(KHAN, OfficerRole.LEAD), named(AHMED, OfficerRole.OFFICER))
                        .officers())
                .extracting(Acting.One::person)
                .containsExactly(AHMED);
    }
}
