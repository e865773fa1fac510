package org.moutracker.workinggroups.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.deadline.Viewpoint;
import org.moutracker.workinggroups.page.PageLinks.LinkWords;
import org.moutracker.workinggroups.page.PageSubject.OfGroup;
import org.moutracker.workinggroups.page.PageSubject.OfMember;
import org.moutracker.workinggroups.page.PageSubject.OfReport;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageLinksTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2025-11-14T08:00:00Z");
    private static final Instant END = NOW.plusSeconds(3600);
    private static final UUID ID = UUID.fromString("01995778-5a80-7000-8000-00000000e001");

    private static final OfGroup GROUP = new OfGroup(ID);
    private static final OfMember MEMBER = new OfMember(ID);
    private static final OfReport REPORT = new OfReport(ID, new AskedReport.Numbered(2025, 1));

    private static final Viewpoint NOBODY = new Viewpoint(null, false);
    private static final Viewpoint PAKISTAN = new Viewpoint("PK", false);
    private static final Viewpoint AUDITOR = new Viewpoint(null, true);

    private final PageLinks links = at(NOW, KEY);

    @Test
    void a_link_opens_its_page_until_its_end_and_no_longer() {
        var link = PageLink.of(GROUP, NOBODY, END);
        var words = words(links.sign(link));

        assertThat(links.read(GROUP, words)).contains(link);
        assertThat(at(END.minusMillis(1), KEY).read(GROUP, words)).contains(link);
        assertThat(at(END, KEY).read(GROUP, words)).isEmpty();
    }

    @Test
    void it_opens_no_other_page() {
        var words = words(links.sign(PageLink.of(GROUP, NOBODY, END)));

        assertThat(links.read(new OfGroup(UUID.randomUUID()), words)).isEmpty();
        assertThat(links.read(MEMBER, words)).isEmpty();
    }

    @Test
    void whatever_is_changed_in_it_or_left_out_it_opens_nothing() {
        var words = words(links.sign(PageLink.of(MEMBER, PAKISTAN, END)));
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
        var one = new PageLink(MEMBER, "PK\n1", END);
        var other = new PageLink(MEMBER, "PK", END);

        assertThat(words(links.sign(one)).signature())
                .isNotEqualTo(words(links.sign(other)).signature());
    }

    @Test
    void another_key_makes_another_link() {
        var words = words(links.sign(PageLink.of(GROUP, NOBODY, END)));

        assertThat(at(NOW, KEY.replace('0', '1')).read(GROUP, words)).isEmpty();
    }

    @Test
    void a_key_that_can_be_guessed_is_refused() {
        assertThatThrownBy(() -> at(NOW, "too short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mou.pages.key");
    }

    @Test
    void the_page_of_a_member_shows_what_its_maker_may_see_and_that_of_a_group_what_all_sides_see() {
        assertThat(opened(MEMBER, PAKISTAN)).contains(PAKISTAN);
        assertThat(opened(MEMBER, NOBODY)).contains(NOBODY);
        assertThat(opened(MEMBER, AUDITOR)).contains(AUDITOR);
        assertThat(opened(GROUP, PAKISTAN)).contains(NOBODY);
        assertThat(opened(GROUP, AUDITOR)).contains(NOBODY);
        assertThat(opened(REPORT, AUDITOR)).contains(NOBODY);
    }

    @Test
    void from_a_members_page_one_gets_on_to_a_group_for_as_long_and_sees_what_all_sides_see() {
        var onward = PageLink.of(MEMBER, AUDITOR, END).onTo(GROUP);

        assertThat(onward).isEqualTo(new PageLink(GROUP, null, END));
    }

    @Test
    void a_link_to_a_report_opens_that_report_alone_and_does_not_lead_back_to_the_group() {
        var words = words(links.sign(PageLink.of(REPORT, PAKISTAN, END)));

        assertThat(links.read(REPORT, words)).contains(new PageLink(REPORT, null, END));
        assertThat(links.read(GROUP, words)).isEmpty();
        assertThat(links.read(new OfReport(ID, new AskedReport.Numbered(2025, 2)), words))
                .isEmpty();
        assertThat(links.read(new OfReport(UUID.randomUUID(), REPORT.report()), words))
                .isEmpty();
        var days = new AskedReport.Days(LocalDate.parse("2025-10-14"), LocalDate.parse("2025-11-13"));
        var ofDays = words(links.sign(PageLink.of(new OfReport(ID, days), NOBODY, END)));
        assertThat(links.read(new OfReport(ID, days), ofDays)).isPresent();
        assertThat(links.read(
                        new OfReport(
                                ID, new AskedReport.Days(days.from(), days.to().plusDays(1))),
                        ofDays))
                .isEmpty();
    }

    @Test
    void from_a_groups_page_one_gets_on_to_its_reports_for_as_long() {
        assertThat(PageLink.of(GROUP, AUDITOR, END).onTo(REPORT)).isEqualTo(new PageLink(REPORT, null, END));
    }

    private Optional<PageLink> read(LinkWords words) {
        return links.read(MEMBER, words);
    }

    private Optional<Viewpoint> opened(PageSubject subject, Viewpoint maker) {
        return links.read(subject, words(links.sign(PageLink.of(subject, maker, END))))
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
