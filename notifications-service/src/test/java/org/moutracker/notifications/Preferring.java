package org.moutracker.notifications;

import io.restassured.response.ValidatableResponse;

/** What somebody of a story prefers, said as a registrar says it. */
public final class Preferring {

    private static final String MAILS =
            ", \"mails\": {\"reminder\": true, \"forInformation\": true, \"digest\": true}}";

    private Preferring() {}

    /** Says it, and waits until all that follows from it has been done. */
    public static void says(Story story, String person, String wishes) {
        put(story, person, wishes).statusCode(200);
        story.settle();
    }

    public static ValidatableResponse put(Story story, String person, String wishes) {
        return Api.asRegistrar()
                .contentType("application/json")
                .header("If-Match", shown(story, person).extract().header("ETag"))
                .body(wishes)
                .put("/api/v1/recipients/{id}/preferences", story.id(person))
                .then();
    }

    public static ValidatableResponse shown(Story story, String person) {
        return Api.asRegistrar()
                .get("/api/v1/recipients/{id}/preferences", story.id(person))
                .then()
                .statusCode(200);
    }

    public static String daily(String at) {
        return "{\"digest\": {\"rhythm\": \"DAILY\", \"at\": \"%s\"}".formatted(at) + MAILS;
    }

    public static String weekly(String weekday, String at) {
        return "{\"digest\": {\"rhythm\": \"WEEKLY\", \"at\": \"%s\", \"weekday\": \"%s\"}".formatted(at, weekday)
                + MAILS;
    }

    public static String nothing() {
        return "{\"digest\": {\"rhythm\": \"NONE\"}" + MAILS;
    }

    /** With no digest. */
    public static String quiet(String hours) {
        return quiet(hours, nothing());
    }

    public static String quiet(String hours, String wishes) {
        return "{\"quietHours\": " + hours + ", " + wishes.substring(1);
    }
}
