package org.moutracker.workinggroups.clause;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.clause.ClauseReader;
import org.moutracker.timerules.clause.Given;
import org.moutracker.workinggroups.deadline.RuleReading;

/** A clause, and what the caller knows beside it. */
@Schema(name = "ClauseRequest", description = "A clause to be read.")
record ClauseRequest(
        @NotBlank
        @Size(max = ClauseReader.LONGEST)
        @Schema(
                required = true,
                description = "The words of the clause, as they are printed.",
                examples = "The Health Working Group will be established within the next 30 days")
        String text,

        @NotBlank
        @Schema(
                required = true,
                description = "The language that it is written in (BCP 47). Only English is read so far.",
                examples = "en")
        String language,

        @Schema(
                ref = "#/components/schemas/Anchor",
                description = "What a period is counted from whose clause does not say it.",
                nullable = true)
        @Nullable
        Map<String, Object> anchor,

        @Schema(
                ref = "#/components/schemas/CalendarChoice",
                description = "Whose working days are meant; without it no rule in working days is proposed.",
                nullable = true)
        @Nullable
        Map<String, Object> calendars) {

    /** What the reader is told beside the text, after the rest was checked as well. */
    Given given() {
        PlainText.require("text", text);
        if (!Locale.forLanguageTag(language).getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            throw new InvalidRequest("language", "must be en: clauses in '" + language + "' are not read yet");
        }
        // As parts of a rule they are read, and refused, exactly like those of any rule.
        var rule = new HashMap<String, Object>();
        rule.put("anchor", anchor == null ? Map.of("event", "SIGNATURE") : anchor);
        rule.put("steps", List.of());
        if (calendars != null) {
            rule.put("calendars", calendars);
        }
        var read = RuleReading.under("", () -> Rule.parse(rule));
        return new Given(anchor == null ? null : read.anchor(), read.calendars());
    }
}
