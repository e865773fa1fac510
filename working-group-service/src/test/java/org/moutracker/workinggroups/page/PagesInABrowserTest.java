package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.platform.testing.Browser;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** What people see; the images are in {@code target/screenshots}, for somebody to look at. */
@WorkingGroupsTest
@Tag("extended")
class PagesInABrowserTest {

    private static final Path IMAGES = Path.of("target", "screenshots");
    private static @Nullable Browser browser;
    private static @Nullable Scene scene;

    /** What there is to see. */
    private record Scene(
            String group, String empty, String person, String work, String worker, String above, String plan) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "group-desktop, GROUP, en, 1280, false, false",
        "group-phone, GROUP, en, 390, false, false",
        "group-small-phone, GROUP, en, 360, false, false",
        "group-dark, GROUP, en, 390, true, false",
        "group-print, GROUP, en, 794, false, true",
        "group-urdu-desktop, GROUP, ur, 1280, false, false",
        "group-urdu-phone, GROUP, ur, 390, false, false",
        "group-urdu-small-phone, GROUP, ur, 360, false, false",
        "group-arabic-desktop, GROUP, ar, 1280, false, false",
        "group-arabic-phone, GROUP, ar, 360, false, false",
        "group-arabic-dark, GROUP, ar, 1280, true, false",
        "group-chinese-desktop, GROUP, zh, 1280, false, false",
        "group-chinese-phone, GROUP, zh, 360, false, false",
        "work-desktop, WORK, en, 1280, false, false",
        "work-urdu-phone, WORK, ur, 360, false, false",
        "work-arabic-desktop, WORK, ar, 1280, false, false",
        "work-chinese-phone, WORK, zh, 360, false, false",
        "work-print, WORK, en, 794, false, true",
        "worker-phone, WORKER, en, 360, false, false",
        "worker-urdu-desktop, WORKER, ur, 1280, false, false",
        "empty-desktop, EMPTY, en, 1280, false, false",
        "member-desktop, MEMBER, en, 1280, false, false",
        "member-urdu-phone, MEMBER, ur, 360, false, false",
        "member-arabic-desktop, MEMBER, ar, 1280, false, false",
        "member-chinese-phone, MEMBER, zh, 360, false, false",
        "kin-desktop, KIN, en, 1280, false, false",
        "kin-urdu-phone, KIN, ur, 360, false, false",
        "report-desktop, REPORT, en, 1280, false, false",
        "report-phone, REPORT, en, 360, false, false",
        "report-dark, REPORT, en, 390, true, false",
        "report-urdu-desktop, REPORT, ur, 1280, false, false",
        "report-urdu-phone, REPORT, ur, 360, false, false",
        "report-arabic-desktop, REPORT, ar, 1280, false, false",
        "report-chinese-phone, REPORT, zh, 360, false, false",
        "report-print, REPORT, en, 794, false, true",
        "report-urdu-print, REPORT, ur, 794, false, true",
        "refusal-urdu-phone, REFUSAL, ur, 360, false, false",
        "refusal-desktop, REFUSAL, en, 1280, false, false"
    })
    void a_page_fits_its_screen_and_has_no_barrier(
            String name, String page, String language, int width, boolean dark, boolean paper) {
        var open = browser();
        open.look(width, dark, paper);
        open.open(address(page) + "&lang=" + language);
        open.photograph(IMAGES.resolve(name + ".png"), width);
        open.look(width, dark, paper);

        assertThat(open.ask("getComputedStyle(document.querySelector('.skip')).insetInlineStart")
                        .asText())
                .as("the style sheet counts")
                .isNotEqualTo("auto");
        assertThat(open.ask("document.documentElement.scrollWidth").asInt())
                .as("nothing is to be scrolled sideways")
                .isLessThanOrEqualTo(width);
        assertThat(open.overflow(".skip")).as("what reaches out of the screen").isEmpty();
        assertThat(open.barriers()).as("what axe finds").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en, Last day", "ur, آخری دن", "ar, اليوم الأخير", "zh, 最后一天"})
    void a_report_is_printed_on_sheets_of_which_each_says_what_its_columns_are(String language, String head)
            throws IOException {
        var open = browser();
        open.look(1280, true, true);
        open.open(address("LONG") + "&lang=" + language);
        var file = open.print();
        Files.createDirectories(IMAGES);
        Files.write(IMAGES.resolve("report-%s.pdf".formatted(language)), file);

        try (var pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).as("A4").isBetween(594f, 597f);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).as("A4").isBetween(841f, 843f);
            photograph(pdf, IMAGES.resolve("report-%s-sheet.png".formatted(language)));
            var sheets = IntStream.rangeClosed(1, pdf.getNumberOfPages())
                    .mapToObj(number -> text(pdf, number))
                    .toList();
            var all = String.join("\n", sheets);
            assertThat(all).contains("PK-PS-2025-HEALTH", "Part number 1 of the plan", "Part number 60 of the plan");
            // What is read from the right may come out of the file from the left.
            assertThat(sheets.getFirst())
                    .containsAnyOf("1 / " + pdf.getNumberOfPages(), pdf.getNumberOfPages() + " / 1");
            assertThat(all).contains("/pages/working-groups/").doesNotContain("signature", "MoU Tracker – ");
            if (language.equals("en")) {
                assertThat(sheets.stream().filter(sheet -> sheet.contains("of the plan")))
                        .as("the head of the table is on every sheet that it is on")
                        .hasSizeGreaterThan(1)
                        .allMatch(sheet -> sheet.contains(head));
                assertThat(all).doesNotContain("Urdu", "اردو", "Skip to the content");
            }
        }
    }

    private static void photograph(PDDocument pdf, Path file) throws IOException {
        for (var sheet = 0; sheet < 2; sheet++) {
            var image = new PDFRenderer(pdf).renderImageWithDPI(sheet, 80);
            var named = file.toString().replace(".png", "-%d.png".formatted(sheet + 1));
            ImageIO.write(image, "png", Path.of(named).toFile());
        }
    }

    private static String text(PDDocument pdf, int number) {
        try {
            var reader = new PDFTextStripper();
            reader.setStartPage(number);
            reader.setEndPage(number);
            return reader.getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        browser = null;
        scene = null;
    }

    private static Browser browser() {
        var executable = Browser.installed();
        assumeTrue(executable.isPresent(), "no Chromium is installed: put one on the PATH, or name it in MOU_CHROMIUM");
        if (browser == null) {
            browser = Browser.start(executable.orElseThrow(), Path.of("target", "chromium"));
        }
        return browser;
    }

    private static String address(String page) {
        if (scene == null) {
            scene = scene();
        }
        return switch (page) {
            case "GROUP" -> link("workingGroupId", scene.group());
            case "EMPTY" -> link("workingGroupId", scene.empty());
            case "WORK" -> link("workingGroupId", scene.work());
            case "WORKER" -> link("personId", scene.worker());
            case "MEMBER" -> link("personId", scene.person());
            case "KIN" -> link("workingGroupId", scene.above());
            case "REPORT" -> report(scene.work(), "2025-09-01--2025-09-17");
            case "LONG" -> report(scene.plan(), "R-2025-01");
            default -> link("workingGroupId", scene.group()).replaceFirst("signature=.", "signature=");
        };
    }

    private static String link(String field, String id) {
        return linked("{\"%s\": \"%s\"}".formatted(field, id));
    }

    private static String linked(String body) {
        return sending(body)
                .post("/api/v1/page-links")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
    }

    /** A group with everything that a page can show, on 17 September 2025. */
    private static Scene scene() {
        var group = group();
        var other = group();
        var mail = UUID.randomUUID() + "@health.example";
        var person = member(group, "PK", "CO_CHAIR", "Dr Ayesha Khan", "ur", mail);
        member(
                group,
                "PK",
                "MEMBER",
                "Muhammad Abdul-Rahman Siddiqui of the Directorate General of Health",
                "en",
                null);
        member(group, "PK", "FOCAL_POINT", "عائشہ صدیقہ", "ur", null);
        member(group, "PS", "MEMBER", "رنا صالح", "ar", null);
        member(group, "PS", "EXPERT", "李明", "zh", null);
        member(other, "PK", "OBSERVER", "Dr Ayesha Khan", "ur", mail);
        due(group, "REPORT", "Send the list of hospitals that take trainees", "2025-09-10", "[\"PK\"]");
        due(group, "ACTION", "Send the list of trainees", "2025-09-25", "[\"PS\"]");
        due(group, "ACTION", "Print the invitations", "2025-09-16", "[\"PK\"]");
        complete(due(group, "ACTION", "Book the hall in Islamabad", "2025-09-20", "[\"PK\"]"));
        due(group, "MEETING", "Hold the first ordinary meeting", "2025-11-14", "[\"PK\", \"PS\"]");
        complete(due(group, "MEETING", "Hold the preparatory meeting", "2025-09-19", "[\"PK\", \"PS\"]"));
        due(group, "MINUTES", "Agree to the minutes of the preparatory meeting", "2025-10-10", "[\"PS\"]");
        due(
                group,
                "DELIVERY",
                "VeryLongWordWithoutAnyPlaceToBreakItWhichSomebodyPastedFromATableOfHospitalCodes-0123456789",
                "2026-02-01",
                "[\"PK\"]");
        due(group, "DELIVERY", "التقرير السنوي عن التعاون الصحي بين الطرفين", "2026-03-01", "[\"PS\"]");
        entered(group, "DELIVERY", "Open the training centre after the feast", """
                {"anchor": {"on": "2027-02-18"}, "steps": [{"kind": "WITHIN", "period": "P30D"}],
                 "roll": "FOLLOWING", "calendars": {"authorities": ["PK"]}}""", "[\"PK\"]");
        entered(group, "DELIVERY", "Publish the plan of work", """
                {"anchor": {"event": "PUBLICATION"}, "steps": [{"kind": "WITHIN", "period": "P30D"}]}""", "[\"PK\", \"PS\"]");
        var work = group();
        var chair = chair(work, "PK", "Dr Ayesha Khan");
        var otherChair = chair(work, "PS", "Dr Omar Nasser");
        work(work, chair.getString("id"), otherChair.getString("id"));
        decided(work);
        var plan = group();
        for (var n = 1; n <= 60; n++) {
            due(plan, "DELIVERY", "Part number %d of the plan".formatted(n), "2025-09-16", "[\"PS\"]");
        }
        handIn(plan);
        return new Scene(group, group(), person, work, chair.getString("person.id"), kin(), plan);
    }

    /** A group with others below it, for which nobody sits. */
    private static String kin() {
        var agreement = Seed.told().agreement();
        var above = Api.groupOf(agreement).getString("id");
        for (var name : new String[] {"Training of nurses and technicians", "ادویات کی فراہمی"}) {
            sending("""
                    {"name": "%s", "type": "SUB_GROUP", "agreements": ["%s"], "parent": "%s"}""".formatted(name, agreement, above))
                    .post("/api/v1/working-groups")
                    .then()
                    .statusCode(201);
        }
        return above;
    }

    private static void decided(String group) {
        due(group, "DELIVERY", "Publish the list of hospitals that take trainees", "2025-09-12", "[\"PS\"]");
        complete(due(group, "DELIVERY", "Open the training centre", "2025-09-20", "[\"PK\"]"));
        complete(due(group, "DELIVERY", "التقرير السنوي عن التعاون الصحي بين الطرفين", "2025-09-16", "[\"PS\"]"));
        due(
                group,
                "DELIVERY",
                "VeryLongWordWithoutAnyPlaceToBreakItWhichSomebodyPastedFromATableOfHospitalCodes-0123456789",
                "2025-09-17",
                "[\"PK\"]");
    }

    private static void handIn(String group) {
        command("/working-groups/" + group + "/reports", "{\"from\": \"2025-09-01\", \"to\": \"2025-09-17\"}");
    }

    private static String report(String group, String name) {
        return linked("{\"workingGroupId\": \"%s\", \"report\": \"%s\"}".formatted(group, name));
    }

    private static JsonPath chair(String group, String party, String name) {
        return sending(Api.nomination(party, "CO_CHAIR").replace("Ayesha Khan", name))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** A meeting that was held, two to come, a decision and what somebody took on by it. */
    private static void work(String group, String chair, String otherChair) {
        var held = meeting(group, "First meeting", "2025-09-16");
        command("/meetings/" + held + "/convocation", "{\"shortNotice\": \"agreed by telephone\"}");
        command("/meetings/" + held + "/holding", """
                {"startedAt": "2025-09-16T10:05", "endedAt": "2025-09-16T13:40", "attendance": ["%s", "%s"]}""".formatted(chair, otherChair));
        command("/meetings/" + held + "/minutes", """
                {"document": {"title": "Minutes", "uri": "https://files.health.example/minutes-1.pdf"}}""");
        var next = meeting(group, "Second meeting, on the training of nurses and technicians", "2026-03-10");
        command("/meetings/" + next + "/convocation", "{}");
        meeting(group, "Third meeting", "2026-09-10");
        command("/working-groups/" + group + "/decisions", """
                {"title": "Train twelve ophthalmologists", "text": "The group decides to train them.",
                 "positions": [{"side": "PK", "position": "FOR"}, {"side": "PS", "position": "FOR"}],
                 "effects": [{"do": "ASSIGN_ACTION", "title": "Send the list of candidates", "party": "PK",
                              "assignee": "%s", "due": "2025-12-15"}]}""".formatted(chair));
    }

    private static String meeting(String group, String title, String day) {
        return sending("""
                        {"title": "%s", "startsAt": "%sT10:00", "endsAt": "%sT14:00", "zone": "Asia/Karachi",
                         "host": "PK", "place": "Ministry of Health, Islamabad", "online": "https://meet.health.example/1"}""".formatted(title, day, day))
                .post("/api/v1/working-groups/" + group + "/meetings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void command(String path, String body) {
        var answer = sending(body).post("/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
    }

    private static String group() {
        return Api.groupOf(Seed.told().agreement()).getString("id");
    }

    private static String member(
            String group, String party, String role, String name, String language, @Nullable String mail) {
        return sending("""
                        {"person": {"name": "%s", "email": "%s", "language": "%s"}, "party": "%s", "role": "%s"}""".formatted(
                        name, mail == null ? UUID.randomUUID() + "@health.example" : mail, language, party, role))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .path("person.id");
    }

    private static String due(String group, String kind, String title, String day, String responsible) {
        return entered(group, kind, title, "{\"anchor\": {\"on\": \"%s\"}, \"steps\": []}".formatted(day), responsible);
    }

    private static String entered(String group, String kind, String title, String rule, String responsible) {
        return sending("""
                        {"workingGroupId": "%s", "kind": "%s", "title": "%s", "rule": %s, "responsible": %s}""".formatted(group, kind, title, rule, responsible))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void complete(String deadline) {
        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/deadlines/" + deadline + "/completion")
                .then()
                .statusCode(200);
    }
}
