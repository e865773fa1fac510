package org.moutracker.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.TokenRequest;
import org.moutracker.platform.access.AccessTable;
import org.moutracker.platform.access.Reach;
import org.moutracker.platform.access.Role;
import org.moutracker.platform.access.Rule;

/**
 * Holds a service against its table of access: every operation of the OpenAPI document, asked by every role from every
 * side. The things that are asked for are not there, so that nothing is changed, and no answer but that of the table
 * comes before that.
 */
public final class AccessMatrix {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NOBODYS = "01995778-0000-7000-8000-00000000dead";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> VERBS = Set.of("get", "head", "post", "put", "patch", "delete");

    /** An operation of the document. */
    private record Operation(
            String method, String path, @Nullable String contentType) {

        /** It has no line of its own: it is GET without the content. */
        boolean isHead() {
            return method.equals("HEAD");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Somebody who asks: a role, and the party whose person it is, if any. */
    public record Asker(Role role, @Nullable String party) {

        String token() {
            var request = TokenRequest.of(role.inWords());
            return TestStack.token(party == null ? request : request.withParty(party));
        }

        @Override
        public String toString() {
            return role.inWords() + (party == null ? "" : " of " + party);
        }
    }

    private final List<Operation> operations = new ArrayList<>();
    private final AccessTable table = AccessTable.read();

    public AccessMatrix(Path openApi) throws IOException {
        var document = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(openApi));
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (VERBS.contains(operation.getKey())) {
                    operations.add(new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            contentType(operation.getValue())));
                }
            }
        }
    }

    private static @Nullable String contentType(JsonNode operation) {
        var content = operation.path("requestBody").path("content").fieldNames();
        return operation.has("requestBody") ? content.hasNext() ? content.next() : "application/json" : null;
    }

    /** Every role on no side and on two. */
    public static Stream<Asker> askers() {
        return Stream.of(Role.values())
                .flatMap(role -> Stream.of(null, "PK", "PS").map(party -> new Asker(role, party)));
    }

    /** An operation without a line is reached by nobody, and a line without an operation speaks of what is not there. */
    public void assertSameOperations() {
        var documented = new TreeSet<String>();
        operations.stream()
                .filter(operation -> !operation.isHead())
                .forEach(operation -> documented.add(operation.toString()));
        var ruled = new TreeSet<String>();
        table.rules().forEach(rule -> ruled.add(rule.method() + " " + rule.path()));
        assertThat(ruled)
                .as("the lines of the table, and the operations of the document")
                .isEqualTo(documented);
    }

    /** Without a token nothing answers but what the table calls open. */
    public void assertClosedToNobody() {
        var wrong = new ArrayList<String>();
        for (var operation : operations) {
            var answer = ask(operation, null);
            var refused = answer.statusCode() == 401
                    && (operation.isHead() || answer.contentType().startsWith("application/problem+json"));
            if (refused == rule(operation).open()) {
                wrong.add(operation + ": " + answer.statusCode());
            }
        }
        assertThat(wrong)
                .as("what answers without a token though it must not, or does not though it must")
                .isEmpty();
    }

    /** Each operation answers somebody as the table says. */
    public void assertAsTheTableSays(Asker asker) {
        var wrong = new ArrayList<String>();
        var token = asker.token();
        for (var operation : operations) {
            var rule = rule(operation);
            if (!rule.open()) {
                var reach = rule.of(Set.of(asker.role()), asker.party() != null);
                var status = ask(operation, token).statusCode();
                if (!fits(status, reach, operation)) {
                    wrong.add("%s: %s may reach %s, and got %d".formatted(operation, asker, reach, status));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /**
     * Nothing that can be read tells somebody of what he must not know: no list, search, file, count or error.
     *
     * @param things which thing is asked for below an address, by its first word or by the parameter's name
     * @param secrets what must stand in no answer
     */
    public void assertUntold(String token, Map<String, String> things, List<String> secrets) {
        var told = new ArrayList<String>();
        for (var operation : operations) {
            if (operation.method().equals("GET")
                    && !rule(operation).open()
                    && !operation.path().endsWith("/stream")) {
                var path = filled(operation.path(), things);
                for (var type : List.of(
                        "*/*", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
                    var answer = RestAssured.given()
                            .auth()
                            .oauth2(token)
                            .accept(type)
                            .get(path)
                            .asString()
                            .replace(path, "");
                    secrets.stream()
                            .filter(answer::contains)
                            .forEach(secret -> told.add(path + " as " + type + ": " + secret));
                }
            }
        }
        assertThat(told).as("what tells of a secret").isEmpty();
    }

    /** What may not be known is refused in the very words in which what is not there is. */
    public void assertLikeUnknown(String token, String word, String id) {
        var different = new ArrayList<String>();
        for (var operation : operations) {
            if (operation.path().startsWith("/api/v1/" + word + "/{id}")) {
                var hidden = ask(operation, token, Map.of(word, id));
                var unknown = ask(operation, token, Map.of(word, NOBODYS));
                if (hidden.statusCode() != unknown.statusCode()
                        || !hidden.asString().replace(id, NOBODYS).equals(unknown.asString())) {
                    different.add("%s: %d %s, and not %d %s"
                            .formatted(
                                    operation,
                                    hidden.statusCode(),
                                    hidden.asString(),
                                    unknown.statusCode(),
                                    unknown.asString()));
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static String filled(String path, Map<String, String> things) {
        var word = path.replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
        return PARAMETER
                .matcher(path.replace("{id}", things.getOrDefault(word, NOBODYS)))
                .replaceAll(name -> things.getOrDefault(name.group(1), NOBODYS));
    }

    private static boolean fits(int status, Reach reach, Operation operation) {
        return switch (reach) {
            case NOTHING -> status == 403;
            // Nothing is the own of somebody who sits nowhere: what is named is refused, and lists are empty.
            case OWN -> operation.path().contains("{") ? status == 403 || status == 404 : isServed(status);
            case REGISTER, ALL -> isServed(status);
        };
    }

    private static boolean isServed(int status) {
        return status != 401 && status != 403 && status < 500;
    }

    private Rule rule(Operation operation) {
        return table.of(operation.isHead() ? "GET" : operation.method(), operation.path())
                .orElseThrow(() -> new AssertionError("no line for " + operation));
    }

    private static Response ask(Operation operation, @Nullable String token) {
        return ask(operation, token, Map.of());
    }

    private static Response ask(Operation operation, @Nullable String token, Map<String, String> things) {
        var request = RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (FORM.equals(operation.contentType())) {
            request.contentType(FORM).formParam("nothing", "");
        } else if (operation.contentType() != null) {
            request.contentType(operation.contentType()).body("{}".getBytes(UTF_8));
        }
        return request.redirects()
                .follow(false)
                .request(Method.valueOf(operation.method()), filled(operation.path(), things));
    }
}
