package org.moutracker.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.platform.testing.Browser;

/** What people see; the images are in {@code target/screenshots}, for somebody to look at. */
@NotificationsTest
@Tag("extended")
class MailsInABrowserTest {

    private static final Path IMAGES = Path.of("target", "screenshots");
    private static @Nullable Browser browser;

    @Inject
    ComposeMail compose;

    /** A mail on a screen. */
    record Shown(String mail, Language language, String screen, int width, boolean dark) {

        @Override
        public String toString() {
            return "%s-%s-%s".formatted(mail, language.tag(), screen);
        }

        Letter letter() {
            var letters = SampleLetters.in(language);
            return switch (mail) {
                case "reminder" -> letters.step(-14);
                case "escalation" -> letters.step(14);
                case "moves" -> letters.moves(14);
                case "invitation" -> letters.invitation();
                case "digest" -> letters.digest();
                case "question" -> letters.question();
                case "declined" -> letters.declined();
                case "verification" -> letters.verification();
                case "returned" -> letters.returned();
                default -> letters.minutes();
            };
        }
    }

    static Stream<Shown> screens() {
        return Stream.of(
                        "reminder",
                        "escalation",
                        "moves",
                        "invitation",
                        "minutes",
                        "digest",
                        "question",
                        "declined",
                        "verification",
                        "returned")
                .flatMap(mail -> Arrays.stream(Language.values())
                        .flatMap(language -> Stream.of(
                                new Shown(mail, language, "desktop", 1280, false),
                                new Shown(mail, language, "phone", 390, false),
                                new Shown(mail, language, "dark", 390, true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void a_mail_fits_its_screen_and_has_no_barrier(Shown shown) throws Exception {
        var open = browser();
        open.look(shown.width(), shown.dark(), false);
        open.open(page(shown).toUri().toString());
        open.photograph(IMAGES.resolve(shown + ".png"), shown.width());
        open.look(shown.width(), shown.dark(), false);

        assertThat(open.ask("getComputedStyle(document.querySelector('.paper')).direction")
                        .asText())
                .isEqualTo(shown.language().direction());
        assertThat(open.ask("getComputedStyle(document.querySelector('.paper')).backgroundColor")
                        .asText())
                .isEqualTo(shown.dark() ? "rgb(25, 29, 33)" : "rgb(255, 255, 255)");
        assertThat(open.ask("document.documentElement.scrollWidth").asInt())
                .as("nothing is to be scrolled sideways")
                .isLessThanOrEqualTo(shown.width());
        assertThat(open.overflow(".nothing"))
                .as("what reaches out of the screen")
                .isEmpty();
        assertThat(open.barriers()).as("what axe finds").isEmpty();
    }

    /** The part that is shown, as a file. */
    private Path page(Shown shown) throws Exception {
        var bytes = new ByteArrayOutputStream();
        compose.together(SampleLetters.names()).write(shown.letter()).writeTo(bytes);
        var message =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
        var ways = (MimeMultipart) message.getContent();
        if (ways.getContentType().startsWith("multipart/mixed")) {
            ways = (MimeMultipart) ways.getBodyPart(0).getContent();
        }
        Files.createDirectories(IMAGES);
        return Files.write(
                        IMAGES.resolve(shown + ".html"),
                        ways.getBodyPart(1).getInputStream().readAllBytes())
                .toAbsolutePath();
    }

    private static Browser browser() {
        var executable = Browser.installed();
        assumeTrue(executable.isPresent(), "no Chromium is installed: put one on the PATH, or name it in MOU_CHROMIUM");
        if (browser == null) {
            browser = Browser.start(executable.orElseThrow(), Path.of("target", "chromium"));
        }
        return browser;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        browser = null;
    }
}
