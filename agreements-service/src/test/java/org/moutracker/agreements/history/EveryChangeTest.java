package org.moutracker.agreements.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.history.Doings.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.agreements.AgreementsTest;

/** Nothing changes without leaving a line in the history of its agreement, whoever adds the next operation. */
@AgreementsTest
class EveryChangeTest {

    private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");

    // What belongs to no agreement; each with its reason.
    private static final Pattern WITHOUT_AGREEMENT = Pattern.compile("[A-Z]+ /api/v1/("
            // Organizations are shared by agreements; what becomes of one is in its own steps.
            + "organizations\\b.*"
            // Who is responsible is internal to the register, and has steps of its own that nobody can change.
            + "|officers\\b.*|handovers|agreements/\\{id}/officers\\b.*"
            // What an import registers is in the history of each agreement, which names the import.
            + "|imports\\b.*)");

    // Rows that repeat what stands in a history already, or belong to no agreement; each with its reason.
    private static final Set<String> NOT_HISTORIC = Set.of(
            // A line for every change of a document, which is historic itself.
            "DocumentChange",
            // How this service answered a decision; what it did to a commitment is historic.
            "DecisionEffect",
            // Belong to no agreement; see above.
            "KnownOrganization",
            "ContactPoint",
            "Assignment",
            "Import");

    static Stream<String> operations() {
        return operationsOfTheDocument().keySet().stream()
                .filter(one -> !WITHOUT_AGREEMENT.matcher(one).matches());
    }

    static Stream<String> operationsOfStanding() {
        return operations()
                .filter(operation -> !operation.equals("POST /api/v1/agreements"))
                .filter(operation -> !operation.endsWith("/reinstatement"));
    }

    private static Map<String, JsonNode> operationsOfTheDocument() {
        try {
            var file = Path.of(requireNonNull(System.getProperty("mou.root")), "agreements-service/openapi.yaml");
            var operations = new TreeMap<String, JsonNode>();
            new ObjectMapper(new YAMLFactory())
                    .readTree(file.toFile()).get("paths").properties().stream()
                            .filter(path -> path.getKey().startsWith("/api/"))
                            .forEach(path -> path.getValue().properties().stream()
                                    .filter(operation -> CHANGING.contains(operation.getKey()))
                                    .forEach(operation -> operations.put(
                                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                            operation.getValue())));
            return operations;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_that_changes_something_is_in_the_history_with_its_reason(String operation) {
        var doing = requireNonNull(Doings.all().get(operation), "say in Doings how it is done")
                .get();
        var reason = "because of " + UUID.randomUUID();

        var done = doing.send().apply(asRegistrar().header("X-Change-Reason", reason));

        assertThat(done.statusCode()).as(done.asString()).isBetween(200, 299);
        var id = doing.agreement().isEmpty() ? done.<String>path("id") : doing.agreement();
        var method = operation.substring(0, operation.indexOf(' '));
        var path = operation.substring(operation.indexOf(' ') + 1);
        asRegistrar()
                .get(agreement(id) + "/history?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo(reason))
                .body("items[0].actor", equalTo("local-registrar"))
                .body("items[0].origin.kind", equalTo("REQUEST"))
                .body("items[0].origin.request", startsWith(method + " " + path.replaceAll("\\{.*", "")))
                .body("items[0].changes.size()", not(equalTo(0)))
                .body("items[0].changes.findAll { it.action == 'CHANGED' }.fields*.size()", everyItem(not(equalTo(0))));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_that_changes_something_says_that_it_takes_a_reason_and_refuses_a_bad_one(String operation) {
        assertThat(requireNonNull(operationsOfTheDocument().get(operation))
                        .path("parameters")
                        .findValuesAsText("name"))
                .contains("X-Change-Reason");
        var doing = requireNonNull(Doings.all().get(operation)).get();
        doing.send()
                .apply(asRegistrar().header("X-Change-Reason", "x".repeat(1001)))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("X-Change-Reason"));
    }

    @ParameterizedTest
    @MethodSource("operationsOfStanding")
    void nothing_can_be_done_with_an_agreement_that_is_void(String operation) {
        var doing = requireNonNull(Doings.all().get(operation)).get();
        Doings.makeVoid(doing.agreement());

        doing.send()
                .apply(asRegistrar())
                .then()
                .statusCode(409)
                .body("detail", containsString("was registered by mistake and is void"));
    }

    @Test
    void every_entity_is_historic_or_says_why_not() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.moutracker.agreements");
        assertThat(classes.stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .filter(type -> !type.isAssignableTo(Historic.class))
                        .map(type -> type.getSimpleName())
                        .collect(Collectors.toSet()))
                .isEqualTo(NOT_HISTORIC);
        ArchRuleDefinition.noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("bulk statements over entities") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        return call.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class)
                                && (call.getName().equals("update")
                                        || call.getName().equals("deleteAll")
                                        || call.getName().equals("deleteById")
                                        || (call.getName().equals("delete")
                                                && call.getTarget()
                                                        .getRawParameterTypes()
                                                        .getFirst()
                                                        .isEquivalentTo(String.class)));
                    }
                })
                .because("histories are written of what Hibernate sees")
                .check(classes);
    }
}
