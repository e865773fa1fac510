package org.moutracker.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionLinksTest {

    private static final UUID ALERT = UUID.fromString("5d3ac1f0-65d5-5c8e-9d2f-000000000001");
    private static final Instant FIRED = Instant.parse("2025-10-03T04:00:00.5Z");
    private static final ActionLinks LINKS = links("a key that nobody can guess, not even we");
    private static final ActionLink LINK = ActionLink.of(ALERT, 0, Action.ACKNOWLEDGE, FIRED);

    @Test
    void the_same_message_has_the_same_links_and_each_of_them_says_what_it_is_for() {
        var text = LINKS.text(LINK);

        assertThat(LINKS.text(ActionLink.of(ALERT, 0, Action.ACKNOWLEDGE, FIRED)))
                .isEqualTo(text);
        assertThat(LINKS.address(LINK)).isEqualTo("https://tracker.example/actions/" + text);
        assertThat(text).startsWith(ALERT + ".0.acknowledge.1762056000.");
        assertThat(LINKS.read(text)).contains(LINK);
    }

    @Test
    void it_can_be_used_for_thirty_days_and_that_of_a_later_round_for_as_long_after_the_longest_snooze() {
        assertThat(LINK.expiresAt()).isEqualTo("2025-11-02T04:00:00Z");
        assertThat(ActionLink.of(ALERT, 1, Action.OPEN, FIRED).expiresAt()).isEqualTo("2025-12-02T04:00:00Z");
    }

    @Test
    void whoever_changes_a_part_of_it_has_no_link() {
        var parts = List.of(LINKS.text(LINK).split("\\.", -1));
        var instead = List.of(UUID.randomUUID().toString(), "1", "done", "1862056000", "A".repeat(43));
        for (var i = 0; i < parts.size(); i++) {
            var changed = new java.util.ArrayList<>(parts);
            changed.set(i, instead.get(i));
            assertThat(LINKS.read(String.join(".", changed))).as(instead.get(i)).isEmpty();
        }
        assertThat(LINKS.read(LINKS.text(LINK))).isPresent();
    }

    @Test
    void no_signature_of_another_link_fits() {
        var other = LINKS.text(ActionLink.of(ALERT, 0, Action.DONE, FIRED));
        var signature = other.substring(other.lastIndexOf('.'));

        assertThat(LINKS.read(String.join(".", LINK.parts()) + signature)).isEmpty();
        assertThat(links("another key that has thirty-two characters").read(LINKS.text(LINK)))
                .isEmpty();
    }

    @Test
    void what_has_not_its_shape_is_none() {
        var text = LINKS.text(LINK);
        for (var wrong : new String[] {
            "",
            text.substring(1),
            text.substring(0, text.length() - 1),
            text + "A",
            text + "\n",
            text.replace(".0.", ".00."),
            text.replace(".0.", ".0\n."),
            text.replace("5d3ac1f0", "5D3AC1F0"),
            text.replace("acknowledge", "ACKNOWLEDGE")
        }) {
            assertThat(LINKS.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void a_key_that_could_be_guessed_is_refused() {
        assertThatThrownBy(() -> links("short")).isInstanceOf(IllegalStateException.class);
    }

    private static ActionLinks links(String key) {
        return new ActionLinks(key, new PublicUrl("https://tracker.example/"));
    }
}
