package org.moutracker.agreements.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A registration a line, as the body of a single one; empty lines are passed over. */
final class JsonLines implements Rows {

    private final TextLines lines;
    private final ObjectMapper json;

    JsonLines(InputStream bytes, ObjectMapper json) {
        this.lines = new TextLines(bytes);
        this.json = json;
    }

    @Override
    public @Nullable Row next() {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                return read(line);
            }
        }
        return null;
    }

    private Row read(String line) {
        try {
            var form = json.readTree(line);
            return form.isObject()
                    ? new Row.Read(lines.number(), form)
                    : new Row.Broken(lines.number(), "", "must be an object");
        } catch (JsonProcessingException e) {
            var at = e.getLocation() == null
                    ? ""
                    : " (column %d)".formatted(e.getLocation().getColumnNr());
            return new Row.Broken(lines.number(), "", "is not JSON" + at);
        }
    }

    @Override
    public void close() {}
}
