package org.moutracker.bill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A line of the bill of materials.
 *
 * @param jar the name of its file in a packaged service
 * @param licences what its POM names; whoever takes the library may choose
 */
record Library(String group, String name, String version, String jar, List<String> licences) {

    private static final String CLASSIFIER = "classifier=";

    static List<Library> listedIn(Path bill) throws IOException {
        var components = new ObjectMapper().readTree(bill.toFile()).get("components");
        return stream(components)
                .map(Library::of)
                .sorted((a, b) -> a.jar().compareTo(b.jar()))
                .toList();
    }

    boolean isOurs() {
        return group.equals("org.moutracker");
    }

    private static Library of(JsonNode component) {
        var group = component.path("group").asText();
        var name = component.get("name").asText();
        var version = component.get("version").asText();
        var purl = component.get("purl").asText();
        var at = purl.indexOf(CLASSIFIER);
        var classifier =
                at < 0 ? "" : "-" + purl.substring(at + CLASSIFIER.length()).replaceAll("&.*", "");
        var jar = "%s.%s-%s%s.jar".formatted(group, name, version, classifier);
        return new Library(group, name, version, jar, licences(component.path("licenses")));
    }

    private static List<String> licences(JsonNode licences) {
        return stream(licences)
                .flatMap(one -> Stream.of(one.at("/license/id"), one.at("/license/name"), one.path("expression")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
