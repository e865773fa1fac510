package org.moutracker.notifications.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxLinksTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2025-11-14T08:00:00Z");
    private static final Instant END = NOW.plusSeconds(3600);
    private static final UUID AYESHA = UUID.fromString("01995778-6000-7000-8000-00000000f001");
    private static final InboxLink LINK = InboxLink.of(AYESHA, new Reader(false, "PK"), END);

    private final InboxLinks links = at(NOW, KEY);

    @Test
    void a_link_opens_its_inbox_until_its_end_and_no_longer() {
        var token = links.sign(LINK);

        assertThat(links.read(token)).contains(LINK);
        assertThat(at(END.minusMillis(1), KEY).read(token)).contains(LINK);
        assertThat(at(END, KEY).read(token)).isEmpty();
    }

    @Test
    void it_shows_what_its_maker_sees() {
        for (var maker : new Reader[] {new Reader(false, "PK"), new Reader(false, null), new Reader(true, null)}) {
            var read = links.read(links.sign(InboxLink.of(AYESHA, maker, END)));
            assertThat(read).map(InboxLink::reader).contains(maker);
        }
    }

    @Test
    void what_was_signed_with_another_key_opens_nothing() {
        assertThat(links.read(at(NOW, KEY.replace('0', '1')).sign(LINK))).isEmpty();
    }

    @Test
    void no_letter_of_it_can_be_another() {
        var token = links.sign(LINK);
        for (var i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(links.read(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("letter %d", i)
                    .isEmpty();
        }
    }

    @Test
    void a_later_end_another_person_or_a_wider_view_cannot_be_written_into_it() {
        var signature = links.sign(LINK).split("\\.", -1)[1];
        for (var said : new String[] {
            AYESHA + "\n" + END.plusSeconds(86_400).getEpochSecond() + "\nPK",
            UUID.randomUUID() + "\n" + END.getEpochSecond() + "\nPK",
            AYESHA + "\n" + END.getEpochSecond() + "\n*"
        }) {
            var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(said.getBytes(UTF_8));
            assertThat(links.read(forged + "." + signature)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "%0A.%0A", "no-dot", "\n.\n"})
    void what_is_no_link_opens_nothing(String token) {
        assertThat(links.read(token)).isEmpty();
        assertThat(links.read(token.repeat(1_000))).isEmpty();
    }

    @Test
    void a_key_that_could_be_guessed_is_refused() {
        assertThatThrownBy(() -> at(NOW, "secret")).hasMessageContaining("mou.pages.key");
    }

    private static InboxLinks at(Instant now, String key) {
        return new InboxLinks(key, InstantSource.fixed(now));
    }
}
