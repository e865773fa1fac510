package org.moutracker.notifications.action;

import static io.restassured.RestAssured.given;
import static org.moutracker.notifications.Api.anonymous;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.Story;

/** The links of a mail that has arrived, as its reader and as others use them. */
public final class Links {

    private static final Pattern LINK = Pattern.compile("/actions/[\\w.-]+");

    private final List<String> all;

    private Links(List<String> all) {
        this.all = all;
    }

    /** With a co-chair of Pakistan who reads English. */
    static Story inEnglish(Story story) {
        story.tell("person.changed", person -> person.put("language", "en"));
        return story;
    }

    /** Those of the last mail that somebody got. */
    public static Links of(Story story, String person) {
        return in(last(story, person));
    }

    public static ReceivedMail last(Story story, String person) {
        Predicate<ReceivedMail> his = mail -> mail.to().contains(story.mailbox(person));
        return story.mails().stream().filter(his).reduce((first, last) -> last).orElseThrow();
    }

    public static Links in(ReceivedMail mail) {
        return new Links(found(String.valueOf(mail.text())));
    }

    static List<String> found(String text) {
        return found(text, LINK);
    }

    /** The links of that kind in a mail. */
    public static List<String> found(ReceivedMail mail, Pattern link) {
        return found(String.valueOf(mail.text()), link);
    }

    private static List<String> found(String text, Pattern link) {
        return link.matcher(text).results().map(match -> match.group()).toList();
    }

    public List<String> all() {
        return all;
    }

    /** The path of the link for that. */
    public String to(String action) {
        return all.stream()
                .filter(link -> link.contains("." + action + "."))
                .findFirst()
                .orElseThrow();
    }

    public static ValidatableResponse get(String link) {
        return anonymous().get(link).then();
    }

    public static ValidatableResponse post(String link, Map<String, String> form) {
        return anonymous()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(link)
                .then();
    }

    /** Whatever a program may do with a link that only looks. */
    static void scan(String link) {
        for (var i = 0; i < 2; i++) {
            given().get(link).then().statusCode(200);
            given().head(link).then().statusCode(200);
            given().options(link).then().statusCode(200);
        }
    }
}
