package org.moutracker.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Role;

/** Who gets the same text as others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedTest {

    private static final UUID AYESHA = new UUID(7, 1);
    private static final UUID OMAR = new UUID(7, 2);
    private static final UUID RANA = new UUID(7, 3);

    @Test
    void readers_of_one_language_share_what_they_are_told_whether_they_are_named_in_it_or_not() {
        var known = people(AYESHA, OMAR);

        assertThat(shared(AYESHA, known, 0, AYESHA, OMAR))
                .isEqualTo(shared(OMAR, known, 0, AYESHA, OMAR))
                .isEqualTo(shared(RANA, known, 0, AYESHA, OMAR));
    }

    @Test
    void who_is_named_alone_is_told_of_nobody_else_and_shares_that_with_nobody() {
        var known = people(AYESHA);

        assertThat(shared(AYESHA, known, 0, AYESHA)).isNotEqualTo(shared(RANA, known, 0, AYESHA));
    }

    @Test
    void so_is_who_is_named_beside_somebody_who_was_erased() {
        var known = people(AYESHA);

        assertThat(shared(AYESHA, known, 0, AYESHA, OMAR)).isNotEqualTo(shared(RANA, known, 0, AYESHA, OMAR));
    }

    @Test
    void where_there_are_more_nobody_is_alone() {
        var known = people(AYESHA);

        assertThat(shared(AYESHA, known, 3, AYESHA)).isEqualTo(shared(RANA, known, 3, AYESHA));
    }

    @Test
    void another_name_of_somebody_is_another_text() {
        var renamed =
                Map.of(OMAR, new Recipient(new Person(OMAR, "O. Nasser", null, null, null, null, List.of()), true));

        assertThat(shared(RANA, people(OMAR), 0, OMAR)).isNotEqualTo(shared(RANA, renamed, 0, OMAR));
    }

    private static Shared shared(UUID reader, Map<UUID, Recipient> known, int more, UUID... named) {
        var sample = SampleLetters.in(Language.ENGLISH).step(-14);
        var content = sample.content();
        var letter = new Letter.OfStep(
                reader,
                reader,
                "Reader " + reader,
                reader + "@health.example",
                sample.party(),
                sample.role(),
                sample.zone(),
                sample.step(),
                sample.level(),
                sample.kind(),
                sample.firedAt(),
                sample.language(),
                new Told(reader, 0, true),
                new AlertContent(
                        content.deadlineId(),
                        content.scheduleNo(),
                        content.planNo(),
                        content.title(),
                        content.agreementTitle(),
                        content.reference(),
                        content.groupName(),
                        content.lastDay(),
                        content.dueAt(),
                        content.rule(),
                        content.reason(),
                        content.missing(),
                        content.clocks(),
                        Arrays.stream(named)
                                .map(id -> new AlertContent.Peer(id, "PK", Role.MEMBER))
                                .toList(),
                        more,
                        content.agreementTitles()));
        return Shared.of(letter, known);
    }

    private static Map<UUID, Recipient> people(UUID... ids) {
        return Arrays.stream(ids)
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Recipient(
                                new Person(id, "Somebody " + id, null, null, null, null, List.of()), true)));
    }
}
