package org.moutracker.agreements.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.moutracker.agreements.Api.asRegistrar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;

/** Forty agreements of the real world, from sources that say much about one and little about another. */
@AgreementsTest
class RealRecordsTest {

    @Test
    void forty_real_agreements_are_imported_without_an_error() throws IOException {
        var file = Path.of(requireNonNull(System.getProperty("mou.root")), "docs/examples/agreements.jsonl");

        // Other tests register two of them as well, which would rightly be taken for the same.
        var own = Importing.own();
        var text = Files.readString(file)
                .replace("Regulations and Coordination\"", "Regulations and Coordination " + own + "\"")
                .replace("Life Rehealth Technology Pakistan\"", "Life Rehealth Technology Pakistan " + own + "\"");

        var imported = Importing.of(Importing.JSON_LINES, text.getBytes(UTF_8), "?name=research");

        imported.lines("?outcome=ERROR").then().body("items", empty());
        imported.read().then().body("linesRead", equalTo(40)).body("found.ok", equalTo(40));
        imported.executed().read().then().body("taken.imported", equalTo(40));
        var ids = new HashMap<String, String>();
        for (var item : new ObjectMapper()
                .readTree(imported.lines("?limit=200").asString())
                .path("items")) {
            ids.put(item.path("reference").asText(), item.path("agreementId").asText());
        }
        assertThat(ids).hasSize(40);
        theHealthMemorandumIsComplete(ids);
        theLaboratoryIsComplete(ids);
        theStatusesFollowFromWhatIsKnown(ids);
    }

    private static void theHealthMemorandumIsComplete(Map<String, String> ids) {
        var id = requireNonNull(ids.get("PK-PS-health-2025"));
        asRegistrar()
                .get("/api/v1/agreements/" + id)
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("areas.size()", equalTo(10))
                .body("areas.find { it.name == 'Ophthalmology' }.direction.from", equalTo("PK"))
                .body("signatures[1].person.variants", hasItem("Zuhair Dar Zaid"))
                .body("facts.STATEMENT_MADE", equalTo("2025-09-17"))
                .body("commitments.size()", equalTo(3));
        var body =
                Told.of("mou.commitments.v1", commitment(id, "C-01")).getFirst().state();
        assertThat(body.path("kind").asText()).isEqualTo("ESTABLISH_BODY");
        assertThat(body.path("rule").path("steps").path(0).path("period").asText())
                .isEqualTo("P30D");
    }

    private static void theLaboratoryIsComplete(Map<String, String> ids) {
        var id = requireNonNull(ids.get("PK-CN-cancerlab-2020"));
        asRegistrar()
                .get("/api/v1/agreements/" + id)
                .then()
                .body("type", equalTo("STRATEGIC_AGREEMENT"))
                .body("status", equalTo("SIGNED"))
                .body("signatures.signedOn", equalTo(java.util.List.of("../2020-09-22", "../2020-09-22")))
                .body("signatures[0].person", org.hamcrest.Matchers.nullValue())
                .body("initiatives", equalTo(java.util.List.of("CPEC", "BRI")));
        for (var commitment : commitments(id)) {
            assertThat(commitment.has("rule"))
                    .as("a deadline that nobody has set")
                    .isFalse();
        }
    }

    private static void theStatusesFollowFromWhatIsKnown(Map<String, String> ids) {
        var statuses = new HashMap<String, String>();
        ids.forEach((reference, id) -> statuses.put(
                reference, asRegistrar().get("/api/v1/agreements/" + id).path("status")));
        assertThat(statuses)
                .containsEntry("CN-TH-health", "DRAFT")
                .containsEntry("CN-PK-services-2009", "SIGNED")
                .containsEntry("CN-KE-health-2003", "EXPIRED")
                .containsEntry("AM-KW-health-2015", "IN_FORCE")
                .containsEntry("TW-SA-science-1982", "IN_FORCE");
    }

    private static String commitment(String agreement, String code) {
        for (var commitment : commitments(agreement)) {
            if (commitment.path("code").asText().equals(code)) {
                return commitment.path("id").asText();
            }
        }
        throw new AssertionError(code);
    }

    private static JsonNode commitments(String agreement) {
        try {
            return new ObjectMapper()
                    .readTree(
                            asRegistrar().get("/api/v1/agreements/" + agreement).asString())
                    .path("commitments");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
