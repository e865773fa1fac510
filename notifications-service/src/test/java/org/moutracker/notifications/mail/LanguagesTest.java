package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.invitation.MeetingStory;

@NotificationsTest
class LanguagesTest {

    private static final String HEALTH = "Establish the Pakistan–Palestine Health Working Group";

    @Inject
    ComposeMail compose;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | ltr | T-14: {title} – due Friday, 17 October 2025 | This is the reminder 14 days before the last day | Last day: {title} | For you (Karachi): Saturday, 18 October 2025, 02:00 (UTC+05:00) | Moved: {title} – now due Friday, 31 October 2025 | Before: Friday, 17 October 2025
            ur-PK | rtl | یاد دہانی ([T-14]): [{title}] – آخری دن جمعہ، 17 اکتوبر، 2025 | یہ آخری دن سے 14 دن پہلے کی یاد دہانی ہے | آخری دن: [{title}] | آپ کے وقت کے مطابق (کراچی): ہفتہ، 18 اکتوبر، 2025، 02:00 بجے ([UTC+05:00]) | تاریخ بدل گئی: [{title}] – اب آخری دن جمعہ، 31 اکتوبر، 2025 | پہلے: جمعہ، 17 اکتوبر، 2025
            ar | rtl | تذكير ([T-14]): [{title}] – الموعد الجمعة، 17 تشرين الأول 2025 | هذا هو التذكير قبل اليوم الأخير بـ 14 يومًا | اليوم الأخير: [{title}] | بتوقيتكم (كراتشي): السبت، 18 تشرين الأول 2025، الساعة 02:00 ([UTC+05:00]) | تغيّر الموعد: [{title}] – الموعد الآن الجمعة، 31 تشرين الأول 2025 | سابقًا: الجمعة، 17 تشرين الأول 2025
            zh-Hans | ltr | 提醒（T-14）：{title} – 期限为2025年10月17日星期五 | 这是最后一天前 14 天的提醒 | 最后一天：{title} | 您的当地时间（卡拉奇）: 2025年10月18日星期六 02:00（UTC+05:00） | 改期：{title} – 期限现为2025年10月31日星期五 | 原为：2025年10月17日星期五
            """)
    void a_reminder_and_its_move_are_in_the_language_of_their_reader(
            String language,
            String direction,
            String subject,
            String step,
            String inCalendar,
            String clock,
            String moved,
            String before) {
        var story = Story.begin().withTheGroup();
        story.tell("person.changed", person -> person.put("language", language));
        story.tell("agreement.changed", agreement -> agreement
                .withObject("title")
                .put("ur", "صحت کی یادداشت")
                .put("ar", "مذكرة الصحة"));
        story.tell("deadline.opened");

        var mail = ayeshas(story.at("2025-10-03T04:00:00Z"));

        var tag = language.substring(0, 2);
        assertThat(mail.header("Content-Language")).isEqualTo(tag);
        assertThat(mail.subject()).isEqualTo(words(subject));
        assertThat(mail.text()).contains(words(step), words(clock));
        assertThat(mail.html())
                .contains("<html lang=\"%s\" dir=\"%s\">".formatted(tag, direction))
                .contains("<bdi>%s</bdi>".formatted(HEALTH))
                .contains(words(step));
        var title =
                switch (tag) {
                    case "ur" -> "صحت کی یادداشت";
                    case "ar" -> "مذكرة الصحة";
                    default -> "Memorandum of Understanding on health cooperation";
                };
        assertThat(mail.text()).contains(title);
        assertThat(calendar(mail)).contains("SUMMARY:" + words(inCalendar));

        story.tell("deadline.rescheduled");
        story.afterAWhile();

        var notice = ayeshas(story);
        assertThat(notice.subject()).isEqualTo(words(moved));
        assertThat(notice.text()).contains(words(before), title);
        assertThat(calendar(notice)).contains("SUMMARY:" + words(inCalendar));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Invitation: First meeting – Monday, 10 November 2025 | Please answer with your calendar program | 1. Plan of work (60 min)
            ur | دعوت: [First meeting] – پیر، 10 نومبر، 2025 | براہِ کرم اپنے کیلنڈر پروگرام سے جواب دیں | 1. [Plan of work] (60 منٹ)
            ar | دعوة: [First meeting] – الاثنين، 10 تشرين الثاني 2025 | يُرجى الرد من برنامج التقويم لديكم | 1. [Plan of work] (60 دقيقة)
            zh | 邀请：First meeting – 2025年11月10日星期一 | 请用您的日历程序答复 | 1. Plan of work（60 分钟）
            """)
    void so_is_an_invitation_and_what_it_puts_into_the_calendar(
            String language, String subject, String please, String item) {
        var story = MeetingStory.begin();
        story.story.tell("person.changed", person -> person.put("language", language));
        var mail = story.convened().last("ayesha");

        assertThat(mail.header("Content-Language")).isEqualTo(language);
        assertThat(mail.subject()).isEqualTo(words(subject));
        assertThat(mail.text()).contains(please, words(item));
        assertThat(mail.html()).contains("<html lang=\"%s\"".formatted(language));
        assertThat(MeetingStory.calendar(mail)
                        .getEvents()
                        .getFirst()
                        .getDescription()
                        .getValue())
                .contains(words(item));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARABIC  | -1  | هذا هو التذكير قبل اليوم الأخير بيوم واحد ([T-1]).
            ARABIC  | -2  | هذا هو التذكير قبل اليوم الأخير بيومين ([T-2]).
            ARABIC  | -3  | هذا هو التذكير قبل اليوم الأخير بـ 3 أيام ([T-3]).
            ARABIC  | -11 | هذا هو التذكير قبل اليوم الأخير بـ 11 يومًا ([T-11]).
            ARABIC  | 0   | هذا هو التذكير باليوم الأخير ([T-0]).
            ARABIC  | 2   | هذا هو الإشعار بعده بيومين ([T+2]).
            ENGLISH | -1  | This is the reminder the day before the last day (T-1).
            ENGLISH | -2  | This is the reminder 2 days before the last day (T-2).
            ENGLISH | 0   | This is the reminder for the last day (T-0).
            ENGLISH | 1   | This is the notice one day after it (T+1).
            ENGLISH | 2   | This is the notice 2 days after it (T+2).
            URDU    | -1  | یہ آخری دن سے ایک دن پہلے کی یاد دہانی ہے ([T-1])۔
            CHINESE | 7   | 这是其后 7 天的通知（T+7）。
            """)
    void days_are_counted_in_the_mail_as_the_language_counts(Language language, int offset, String sentence)
            throws Exception {
        var mail = read(SampleLetters.in(language).step(offset));

        assertThat(mail.text()).contains(words(sentence));
        assertThat(mail.html()).contains(words(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | 1   | A date of which you were told has moved. | ''
            ENGLISH | 5   | 5 dates of which you were told have moved. | And 2 more, which are not listed here.
            ARABIC  | 1   | تغيّر موعد أُبلغتم به. | ''
            ARABIC  | 2   | تغيّر موعدان أُبلغتم بهما. | ''
            ARABIC  | 5   | تغيّرت 5 مواعيد أُبلغتم بها. | وموعدان آخران غير مدرجين هنا.
            ARABIC  | 14  | تغيّر 14 موعدًا أُبلغتم بها. | و11 موعدًا آخر غير مدرجة هنا.
            """)
    void so_are_moves(Language language, int count, String what, String more) throws Exception {
        var mail = read(SampleLetters.in(language).moves(count));

        assertThat(mail.text()).contains(what).contains(more);
        assertThat(mail.html()).contains(what).contains(more);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | Done: {title}        | Not due any more: {title}  | Now: waived
            URDU    | مکمل: [{title}]      | اب واجب نہیں: [{title}]     | اب: معاف
            ARABIC  | أُنجز: [{title}]      | لم يعد مستحقًا: [{title}]    | الآن: أُعفي منه
            CHINESE | 已完成：{title}        | 不再到期：{title}             | 现为：已免除
            """)
    void so_is_what_is_over(Language language, String done, String notDue, String waived) throws Exception {
        var letters = SampleLetters.in(language);

        assertThat(read(letters.over(DeadlineStatus.MET)).subject()).isEqualTo(words(done));
        assertThat(read(letters.over(DeadlineStatus.WAIVED)).subject()).isEqualTo(words(notDue));
        assertThat(read(letters.over(DeadlineStatus.WAIVED)).text()).contains(waived);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void titles_and_names_stay_words_in_every_language(Language language) throws Exception {
        var letters = SampleLetters.in(language)
                .titled(
                        "Due\r\nBcc: spy@evil.example\r\n\r\n<img src=x onerror=alert(1)> \u202Egpj.exe\u202C {mail.footer}")
                .to("<script>alert('name')</script> \u202Eevil\u2066 {alert:what}\r\nX-Evil: 1");

        for (var letter : List.of(letters.step(-14), letters.moves(1), letters.invitation(), letters.minutes())) {
            var mail = read(letter);
            assertThat(mail.headers()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X-Evil"));
            assertThat(mail.subject())
                    .contains("Due Bcc: spy@evil.example <img src=x onerror=alert(1)>")
                    .doesNotContain("\r", "\n", "\u202E", "\u202C");
            assertThat(mail.html())
                    .doesNotContain("<script>", "<img", "\u202E", "\u202C", "\u2066")
                    .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;script&gt;", "{mail.footer}", "{alert:what}");
            assertThat(mail.text())
                    .contains("<script>alert('name')</script>", "{alert:what}")
                    .doesNotContain("\u202E", "\u202C", "\u2066");
            assertThat(count(mail.text(), '\u2068')).isEqualTo(count(mail.text(), '\u2069'));
            assertThat(count(mail.html(), '\u2068')).isEqualTo(count(mail.html(), '\u2069'));
            assertThat(mail.calendar()).doesNotContain("\r\nBcc", "\u202E");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_same_letter_is_the_same_bytes_of_letters_that_every_server_knows(Language language) throws Exception {
        var letters = SampleLetters.in(language);

        for (var letter : List.of(letters.step(-14), letters.moves(3), letters.invitation(), letters.minutes())) {
            var written = bytes(letter);
            assertThat(bytes(letter)).isEqualTo(written);
            assertThat(new String(written, ISO_8859_1).chars())
                    .allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 0x7F));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothing_that_a_mail_says_of_itself_is_left_in_english(Language language) throws Exception {
        var letters = SampleLetters.in(language);
        var own =
                "reminder|last day|working group:|agreement:|you receive|when|where|dear|co-chair|secretary|moved|event:|utc:";

        for (var letter : List.of(
                letters.step(-14),
                letters.moves(3),
                letters.over(DeadlineStatus.MET),
                letters.invitation(),
                letters.minutes())) {
            var text = read(letter).text().replaceAll("https?://\\S+", "").toLowerCase(Locale.ROOT);
            assertThat(text.matches("(?s).*\\b(" + own + ")(\\b|\\s).*")).isEqualTo(language == Language.ENGLISH);
        }
    }

    @Test
    void what_fired_before_titles_were_kept_in_all_languages_is_said_as_it_was_kept() throws Exception {
        var before = SampleLetters.in(Language.ARABIC).step(-14);
        var mail = read(new Letter.OfStep(
                before.id(),
                before.readerId(),
                before.reader(),
                before.mailbox(),
                before.party(),
                before.role(),
                before.zone(),
                before.step(),
                before.level(),
                null,
                before.firedAt(),
                null,
                before.told(),
                old(before.content())));

        assertThat(mail.text())
                .contains("Memorandum of Understanding on health cooperation")
                .contains("Dear ");
    }

    /** As it was written before. */
    private static AlertContent old(AlertContent content) throws Exception {
        var json = new ObjectMapper().findAndRegisterModules();
        var tree = (ObjectNode) json.valueToTree(content);
        tree.remove("agreementTitles");
        return json.treeToValue(tree, AlertContent.class);
    }

    /** What isolates stand around is in square brackets in the tables above, which would hide them. */
    private static String words(String written) {
        return written.replace("{title}", HEALTH).replace('[', '\u2068').replace(']', '\u2069');
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }

    private static ReceivedMail ayeshas(Story story) {
        return story.mails().stream()
                .filter(mail -> mail.to().contains(story.mailbox("ayesha")))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String calendar(ReceivedMail mail) {
        var file = mail.attachments().stream()
                .filter(attachment -> attachment.name().equals("deadline.ics"))
                .findFirst()
                .orElseThrow();
        return new String(requireNonNull(TestStack.content(file)), UTF_8).replace("\r\n ", "");
    }

    /** A mail as it is read. */
    private record Read(String subject, List<String> headers, String text, String html, String calendar) {}

    private Read read(Letter letter) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes(letter)));
        var headers = Collections.list(message.getAllHeaderLines());
        var ways = (MimeMultipart) message.getContent();
        if (ways.getContentType().startsWith("multipart/mixed")) {
            ways = (MimeMultipart) ways.getBodyPart(0).getContent();
        }
        return new Read(
                message.getSubject(),
                headers,
                content(ways.getBodyPart(0)),
                content(ways.getBodyPart(1)),
                ways.getCount() > 2 ? content(ways.getBodyPart(2)) : "");
    }

    private static String content(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), UTF_8);
    }

    private byte[] bytes(Letter letter) throws Exception {
        var bytes = new ByteArrayOutputStream();
        compose.together(SampleLetters.names()).write(letter).writeTo(bytes);
        return bytes.toByteArray();
    }
}
