package org.moutracker.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An event of the contract, of which many can be made that differ in their subject. */
record Sample(String type, String subjects, String id, String data) {

    static Sample of(Path root, String type) throws IOException {
        var file = root.resolve("events/samples").resolve(type + ".json");
        var event = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        var subject = event.required("subject").asText().split("/", 2);
        return new Sample(type, subject[0], subject[1], event.required("data").toString());
    }

    Sample with(String field, @Nullable Object value) throws IOException {
        var json = new ObjectMapper();
        var changed = (ObjectNode) json.readTree(data);
        changed.set(field, json.valueToTree(value));
        return new Sample(type, subjects, id, changed.toString());
    }

    String dataOf(Object subject) {
        return data.replace(id, subject.toString());
    }

    byte[] bytesOf(Object subject) {
        return dataOf(subject).getBytes(StandardCharsets.UTF_8);
    }
}
