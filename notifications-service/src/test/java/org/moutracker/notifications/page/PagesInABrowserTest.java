package org.moutracker.notifications.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.moutracker.notifications.Api.asRegistrar;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.action.Links;
import org.moutracker.platform.testing.Browser;

/** What people see; the images are in {@code target/screenshots}, for somebody to look at. */
@NotificationsTest
@Tag("extended")
class PagesInABrowserTest {

    private static final Pattern OPT_OUT = Pattern.compile("/opt-outs/[\\w./-]+");
    private static final Path IMAGES = Path.of("target", "screenshots");
    private static @Nullable Browser browser;

    @TestHTTPResource
    @Nullable
    URI service;

    @ParameterizedTest(name = "{0}-{1}-{2}")
    @CsvSource({
        "inbox, en, 1280, false",
        "inbox, en, 390, true",
        "inbox, ur, 390, false",
        "inbox, ar, 1280, false",
        "inbox, zh, 390, false",
        "acknowledge, en, 390, false",
        "acknowledge, ur, 390, false",
        "acknowledge, ar, 390, true",
        "acknowledge, zh, 1280, false",
        "snooze, en, 390, false",
        "snooze, ur, 390, false",
        "done, en, 1280, false",
        "done, ar, 390, false",
        "open, en, 390, false",
        "open, zh, 390, false",
        "decide, en, 1280, false",
        "decide, ur, 390, true",
        "decide, ar, 390, false",
        "decide, zh, 390, false",
        "opt-out, en, 390, false",
        "opt-out, ur, 390, false",
        "opt-out, ar, 1280, true",
        "opt-out, zh, 390, false"
    })
    void a_page_fits_its_screen_and_has_no_barrier(String page, String language, int width, boolean dark) {
        var story = told(language);
        var open = browser();
        open.look(width, dark, false);
        open.open(address(path(page, story, language)));
        open.photograph(IMAGES.resolve("%s-%s-%d%s.png".formatted(page, language, width, dark ? "-dark" : "")), width);
        open.look(width, dark, false);

        assertThat(open.ask("document.documentElement.lang").asText()).isEqualTo(language);
        assertThat(open.ask("getComputedStyle(document.querySelector('main')).backgroundColor")
                        .asText())
                .as("the style sheet counts")
                .isEqualTo(dark ? "rgb(25, 29, 33)" : "rgb(255, 255, 255)");
        assertThat(open.ask("document.documentElement.scrollWidth").asInt())
                .as("nothing is to be scrolled sideways")
                .isLessThanOrEqualTo(width);
        assertThat(open.overflow(".nothing"))
                .as("what reaches out of the screen")
                .isEmpty();
        assertThat(open.barriers()).as("what axe finds").isEmpty();
    }

    @Test
    void an_inbox_says_by_itself_that_something_new_has_come() {
        var story = told("en");
        var open = browser();
        open.look(390, false, false);
        open.open(address(inbox(story)));
        assertThat(open.ask("document.getElementById('news').hidden").asBoolean())
                .isTrue();

        story.at("2025-10-10T04:00:00Z");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !open.ask("document.getElementById('news').hidden").asBoolean());
        open.photograph(IMAGES.resolve("inbox-news.png"), 390);
    }

    private static Story told(String language) {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("person.changed", person -> person.put("language", language));
        story.tell("deadline.opened");
        return story.at("2025-10-03T04:00:00Z");
    }

    private static String path(String page, Story story, String language) {
        return switch (page) {
            case "inbox" -> inbox(story);
            case "decide" -> question(story, language);
            case "opt-out" -> Links.found(Links.last(story, "ayesha"), OPT_OUT).getFirst();
            default -> Links.of(story, "ayesha").to(page);
        };
    }

    /** Whether it is done what Ayesha has reported, asked of the secretary. */
    private static String question(Story story, String language) {
        story.withASecretary(language);
        var form = Map.of("on", "2025-10-02", "note", "Named by note 12/2025");
        Links.post(Links.of(story, "ayesha").to("done"), form).statusCode(200);
        await().until(() -> asked(story).findFirst().isPresent());
        return Links.in(asked(story).findFirst().orElseThrow()).to("decide");
    }

    private static Stream<ReceivedMail> asked(Story story) {
        return story.mails().stream().filter(mail -> String.valueOf(mail.text()).contains(".decide."));
    }

    private static String inbox(Story story) {
        return URI.create(asRegistrar()
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/recipients/{id}/inbox-links", story.id("f001"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("url"))
                .getPath();
    }

    private String address(String path) {
        return requireNonNull(service).resolve(path).toString();
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
