package org.moutracker.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Pages for people, by signed links that were made before. */
final class Pages {

    /** More than are open at once anywhere, so that hardly any page is asked for twice. */
    private static final int LINKS = 1_000;

    private static final List<String> LANGUAGES = List.of("en", "ur", "ar", "zh");

    /**
     * A kind of page.
     *
     * @param link what a link to one is asked for with
     * @param sql the rows that it shows, with one parameter
     */
    record Page(String name, String link, String sql, Supplier<UUID> id) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String token;

    Pages(Product product) throws IOException {
        service = product.service("workingGroups");
        token = product.token("registrar");
    }

    static List<Page> of(Population population) {
        // Not after today anywhere.
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        return List.of(
                new Page("page of a group", "{\"workingGroupId\": \"%s\"}", """
                        WITH of AS (SELECT * FROM working_group WHERE id = ?)
                        SELECT to_jsonb(of) FROM of
                        UNION ALL SELECT to_jsonb(deadline) FROM of JOIN deadline ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(meeting) FROM of JOIN meeting ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(decision) FROM of JOIN decision ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(person) FROM of JOIN member_seat ON group_id = of.id
                            JOIN person ON person.id = person_id
                        """, population::anyGroup),
                new Page("page of a member", "{\"personId\": \"%s\"}", """
                        WITH of AS (
                            SELECT working_group.* FROM member_seat JOIN working_group ON id = group_id WHERE person_id = ?)
                        SELECT to_jsonb(of) FROM of
                        UNION ALL SELECT to_jsonb(deadline) FROM of JOIN deadline ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(meeting) FROM of JOIN meeting ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(person) FROM of JOIN member_seat ON group_id = of.id
                            JOIN person ON person.id = person_id
                        """, population::anyPerson),
                new Page(
                        "page of a report by now",
                        "{\"workingGroupId\": \"%%s\", \"report\": \"2025-10-14--%s\"}".formatted(yesterday),
                        """
                        WITH of AS (SELECT * FROM working_group WHERE id = ?)
                        SELECT to_jsonb(of) FROM of
                        UNION ALL SELECT to_jsonb(commitment) FROM of JOIN commitment ON agreement_id = ANY (agreements)
                        UNION ALL SELECT to_jsonb(deadline) FROM of JOIN deadline ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(action_item) FROM of JOIN action_item ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(meeting) FROM of JOIN meeting ON working_group_id = of.id
                        UNION ALL SELECT to_jsonb(decision) FROM of JOIN decision ON working_group_id = of.id
                        """,
                        population::anyGroup));
    }

    /** Addresses of so many pages of a kind, in all languages. */
    List<URI> links(Page page) throws IOException, InterruptedException {
        var links = new ArrayList<URI>();
        for (var i = 0; i < LINKS; i++) {
            var request = HttpRequest.newBuilder(service.resolve("/api/v1/page-links"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            page.link().formatted(page.id().get())))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no link: %d %s".formatted(answer.statusCode(), answer.body()));
            }
            var url = new ObjectMapper().readTree(answer.body()).required("url").asText();
            links.add(URI.create(url + "&lang=" + LANGUAGES.get(i % LANGUAGES.size())));
        }
        return links;
    }

    /** Reads one of them. */
    void open(List<URI> links) throws IOException, InterruptedException {
        var address = links.get(Population.any(links.size()));
        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("</html>")) {
            throw new IllegalStateException("%s: %d %s".formatted(address, answer.statusCode(), answer.body()));
        }
    }
}
