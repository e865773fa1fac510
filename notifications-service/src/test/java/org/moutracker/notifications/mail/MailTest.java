package org.moutracker.notifications.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class MailTest {

    @Test
    void a_mail_says_what_is_due_when_for_whom_and_why_in_both_parts() {
        var story = Story.begin().withTheGroup();
        story.tell(
                "working-group.constituted",
                group ->
                        group.withArray("missing").addObject().put("side", "PS").put("what", "CO_CHAIR"));
        story.tell("deadline.opened");
        var mail = mail(story.at("2025-10-03T04:00:00Z"), "ayesha");

        assertThat(mail.subject())
                .isEqualTo("T-14: Establish the Pakistan–Palestine Health Working Group – due Friday, 17 October 2025");
        for (var part : new String[] {requireNonNull(mail.text()), plain(requireNonNull(mail.html()))}) {
            assertThat(part)
                    .contains("Dear Ayesha Khan,")
                    .contains("reminder 14 days before the last day (T-14)")
                    .contains("Establish the Pakistan–Palestine Health Working Group")
                    .contains("Memorandum of Understanding on health cooperation, PK-PS-2025-HEALTH")
                    .contains("Last day: Friday, 17 October 2025")
                    .contains("For you (Karachi): Saturday, 18 October 2025, 02:00 (UTC+05:00)")
                    .contains("For PS (Hebron): Friday, 17 October 2025, 24:00 (UTC+03:00)")
                    .contains(
                            "Event: statement made: Wednesday, 17 September 2025: the day of the event is not counted")
                    .contains("Basis: C-01: official statement")
                    .contains(
                            "Rule: within 30 days: Friday, 17 October 2025: counted from Wednesday, 17 September 2025")
                    .contains("Calendar: check: Friday, 17 October 2025: closed in PS")
                    .contains("the next day open in PK and PS is Monday, 20 October 2025")
                    .contains("PS: co-chair")
                    .contains("Zuhair Zaid, co-chair of PS");
        }
    }

    @Test
    void its_headers_name_it_once_and_for_all_and_say_that_a_machine_wrote_it() {
        var story = Story.begin().withEverybody();
        var mail = mail(story.at("2025-10-03T04:00:00Z"), "ayesha");

        assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{14}5[0-9a-f-]{21}@moutracker.local>");
        assertThat(mail.header("Date")).isEqualTo("Fri, 3 Oct 2025 04:00:00 +0000");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Content-Type")).startsWith("multipart/mixed");
        assertThat(mail.header("From")).contains("mou-tracker@moutracker.local");
        assertThat(mail.headers().keySet())
                .containsExactlyInAnyOrder(
                        "Message-ID",
                        "Date",
                        "Auto-Submitted",
                        "Content-Language",
                        "Content-Type",
                        "From",
                        "To",
                        "Subject",
                        "In-Reply-To",
                        "References",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post",
                        "MIME-Version");
        assertThat(mail.to()).containsExactly(story.mailbox("ayesha"));
    }

    @Test
    void an_escalation_says_so_and_to_whom() {
        var story = Story.begin().withEverybody();
        var mail = mail(story.at("2025-10-26T07:00:00Z"), "zuhair");

        assertThat(mail.subject()).startsWith("T+7, escalated: ").endsWith("was due Friday, 17 October 2025");
        assertThat(mail.text())
                .contains("notice 7 days after it (T+7)")
                .contains("You receive this as co-chair of PS: your side has not done its part.");
    }

    @Test
    void titles_and_names_cannot_add_headers_or_markup() {
        var story = Story.begin().withTheGroup();
        story.tell("person.changed", person -> person.put("name", "<script>alert('name')</script> {mail.footer}"));
        story.tell(
                "agreement.changed", agreement -> agreement.withObject("title").put("en", "<b>bold</b>"));
        story.tell(
                "deadline.opened",
                deadline -> deadline.put("title", "Due\r\nBcc: spy@evil.example\r\n\r\n<img src=x onerror=alert(1)>"));
        var mail = mail(story.at("2025-10-03T04:00:00Z"), "ayesha");

        assertThat(mail.headers()).doesNotContainKey("Bcc");
        assertThat(mail.to()).hasSize(1);
        assertThat(mail.subject()).startsWith("T-14: Due Bcc: spy@evil.example <img src=x onerror=alert(1)>");
        assertThat(mail.html())
                .doesNotContain("<script>")
                .doesNotContain("<img")
                .doesNotContain("<b>")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .contains("&lt;b&gt;bold")
                .contains("{mail.footer}");
        assertThat(mail.text()).contains("Dear <script>alert('name')</script> {mail.footer},");
    }

    @Test
    void an_address_that_is_none_is_refused_and_reaches_nobody() {
        var story = Story.begin().withTheGroup();
        story.tell(
                "person.changed", person -> person.put("email", story.mailbox("ayesha") + "\r\nBcc: spy@evil.example"));
        story.vouch("f001");
        story.tell("deadline.opened");
        story.at("2025-10-03T04:00:00Z");

        assertThat(story.post()).containsExactly("zuhair T-14");
        assertThat(story.deliveries()).containsExactlyInAnyOrder("CLOSED REFUSED", "ACCEPTED");
    }

    private static ReceivedMail mail(Story story, String to) {
        Predicate<ReceivedMail> his = mail -> mail.to().contains(story.mailbox(to));
        return story.mails().stream().filter(his).reduce((first, last) -> last).orElseThrow();
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", "").replace("&amp;", "&");
    }
}
