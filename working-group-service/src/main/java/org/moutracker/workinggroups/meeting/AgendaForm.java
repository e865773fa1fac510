package org.moutracker.workinggroups.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody sets the agenda, as a whole. */
@Schema(name = "Agenda", description = "The agenda as a whole; its items are numbered in their order.")
record AgendaForm(
        @NotNull @Size(max = 100) @Schema(required = true) List<@NotNull @Valid Item> items) {

    /** What is to be talked about. */
    @Schema(name = "AgendaEntry", description = "What is to be talked about.")
    record Item(
            @NotBlank @Size(max = 500) @Printable @Schema(required = true, examples = "Plan of work")
            String title,

            @Min(1)
            @Max(1440)
            @Schema(description = "How much time it is given.", examples = "60", nullable = true)
            @Nullable
            Integer minutes,

            @Size(max = 50) @Schema(description = "What is laid before the meeting.", nullable = true) @Nullable
            List<@NotNull @Valid Paper> papers) {}

    List<AgendaItem> numbered() {
        return IntStream.range(0, items.size())
                .mapToObj(at -> {
                    var item = items.get(at);
                    var papers = item.papers();
                    return new AgendaItem(
                            at + 1, item.title().strip(), item.minutes(), papers == null ? List.of() : papers);
                })
                .toList();
    }
}
