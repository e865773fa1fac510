package org.moutracker.workinggroups.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.deadline.Viewpoint;
import org.moutracker.workinggroups.page.PageLinks.LinkWords;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageLinksTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2025-11-14T08:00:00Z");
    private static final Instant END = NOW.plusSeconds(3600);
    private static final UUID ID = UUID.fromString("01995778-5a80-7000-8000-00000000e001");

    private static final Viewpoint NOBODY = new Viewpoint(null, false);
    private static final Viewpoint PAKISTAN = new Viewpoint("PK", false);
    private static final Viewpoint AUDITOR = new Viewpoint(null, true);

    private final PageLinks links = at(NOW, KEY);

    @Test
    void a_link_opens_its_page_until_its_end_and_no_longer() {
        var link = PageLink.of(PageKind.GROUP, ID, NOBODY, END);
        var words = words(links.sign(link));

        assertThat(links.read(PageKind.GROUP, ID, words)).contains(link);
        assertThat(at(END.minusMillis(1), KEY).read(PageKind.GROUP, ID, words)).contains(link);
        assertThat(at(END, KEY).read(PageKind.GROUP, ID, words)).isEmpty();
    }

    @Test
    void it_opens_no_other_page() {
        var words = words(links.sign(PageLink.of(PageKind.GROUP, ID, NOBODY, END)));

        assertThat(links.read(PageKind.GROUP, UUID.randomUUID(), words)).isEmpty();
        assertThat(links.read(PageKind.MEMBER, ID, words)).isEmpty();
    }

    @Test
    void whatever_is_changed_in_it_or_left_out_it_opens_nothing() {
        var words = words(links.sign(PageLink.of(PageKind.MEMBER, ID, PAKISTAN, END)));
        var expires = words.expiring();
        var party = words.party();
        var signature = requireNonNull(words.signature());

        assertThat(read(new LinkWords(expires, party, signature))).isPresent();
        assertThat(read(new LinkWords(String.valueOf(END.getEpochSecond() + 1), party, signature)))
                .isEmpty();
        assertThat(read(new LinkWords(expires, "PS", signature))).isEmpty();
        assertThat(read(new LinkWords(expires, "*", signature))).isEmpty();
        assertThat(read(new LinkWords(expires, null, signature))).isEmpty();
        assertThat(read(new LinkWords(expires, party, null))).isEmpty();
        assertThat(read(new LinkWords(expires, party, ""))).isEmpty();
        assertThat(read(new LinkWords(expires, party, signature + "A"))).isEmpty();
        assertThat(read(new LinkWords(expires, party, signature.substring(1)))).isEmpty();
        assertThat(read(new LinkWords(null, party, signature))).isEmpty();
        assertThat(read(new LinkWords("soon", party, signature))).isEmpty();
        assertThat(read(new LinkWords("9223372036854775807", party, signature))).isEmpty();
    }

    @Test
    void what_is_moved_from_one_part_of_it_to_another_makes_another_link() {
        var one = new PageLink(PageKind.MEMBER, ID, "PK\n1", END);
        var other = new PageLink(PageKind.MEMBER, ID, "PK", END);

        assertThat(words(links.sign(one)).signature())
                .isNotEqualTo(words(links.sign(other)).signature());
    }

    @Test
    void another_key_makes_another_link() {
        var words = words(links.sign(PageLink.of(PageKind.GROUP, ID, NOBODY, END)));

        assertThat(at(NOW, KEY.replace('0', '1')).read(PageKind.GROUP, ID, words))
                .isEmpty();
    }

    @Test
    void a_key_that_can_be_guessed_is_refused() {
        assertThatThrownBy(() -> at(NOW, "too short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mou.pages.key");
    }

    @Test
    void the_page_of_a_member_shows_what_its_maker_may_see_and_that_of_a_group_what_all_sides_see() {
        assertThat(opened(PageKind.MEMBER, PAKISTAN)).contains(PAKISTAN);
        assertThat(opened(PageKind.MEMBER, NOBODY)).contains(NOBODY);
        assertThat(opened(PageKind.MEMBER, AUDITOR)).contains(AUDITOR);
        assertThat(opened(PageKind.GROUP, PAKISTAN)).contains(NOBODY);
        assertThat(opened(PageKind.GROUP, AUDITOR)).contains(NOBODY);
    }

    @Test
    void from_a_members_page_one_gets_on_to_a_group_for_as_long_and_sees_what_all_sides_see() {
        var onward = PageLink.of(PageKind.MEMBER, ID, AUDITOR, END).onTo(ID);

        assertThat(onward).isEqualTo(new PageLink(PageKind.GROUP, ID, null, END));
    }

    private Optional<PageLink> read(LinkWords words) {
        return links.read(PageKind.MEMBER, ID, words);
    }

    private Optional<Viewpoint> opened(PageKind kind, Viewpoint maker) {
        return links.read(kind, ID, words(links.sign(PageLink.of(kind, ID, maker, END))))
                .map(PageLink::viewpoint);
    }

    private static PageLinks at(Instant now, String key) {
        return new PageLinks(key, InstantSource.fixed(now));
    }

    /** What a browser sends of an address. */
    static LinkWords words(String address) {
        return new LinkWords(value(address, "expires"), value(address, "party"), value(address, "signature"));
    }

    private static @Nullable String value(String address, String name) {
        return Pattern.compile("[?&]" + name + "=([^&]*)")
                .matcher(address)
                .results()
                .map(found -> URLDecoder.decode(found.group(1), UTF_8))
                .findFirst()
                .orElse(null);
    }
}
