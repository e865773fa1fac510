package org.moutracker.agreements.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.moutracker.platform.problem.Violation;

/** One agreement in a file, numbered as an editor or a spreadsheet numbers it. */
sealed interface Row {

    int line();

    /** One that can be read as JSON. */
    record Read(int line, JsonNode form) implements Row {}

    /** One that cannot. */
    record Broken(int line, List<Violation> violations) implements Row {

        Broken(int line, String field, String message) {
            this(line, List.of(new Violation(field, message)));
        }
    }
}
