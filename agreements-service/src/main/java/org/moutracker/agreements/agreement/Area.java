package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field of cooperation, and who helps whom in it. */
@Schema(description = "A field of cooperation, and who helps whom in it.")
public record Area(
        @NotBlank @Size(max = 200) @Schema(examples = "Ophthalmology")
        String name,

        @NotNull @Valid @Schema(ref = "#/components/schemas/Direction")
        Direction direction) {

    /** Together, or from one party to another. */
    public sealed interface Direction {

        /** Written as the word {@code JOINT}, or as an object with {@code from} and {@code to}. */
        @JsonCreator
        static Direction of(Object json) {
            if (json.equals("JOINT")) {
                return new Joint();
            }
            if (json instanceof Map<?, ?> object
                    && object.keySet().equals(Set.of("from", "to"))
                    && object.get("from") instanceof String from
                    && object.get("to") instanceof String to) {
                return new Directed(from, to);
            }
            throw new IllegalArgumentException("must be \"JOINT\" or an object with the party codes from and to");
        }
    }

    /** Both do it together. */
    public record Joint() implements Direction {

        @JsonValue
        String word() {
            return "JOINT";
        }
    }

    /** One does it for the other. */
    public record Directed(String from, String to) implements Direction {}
}
