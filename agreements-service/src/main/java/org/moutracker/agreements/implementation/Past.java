package org.moutracker.agreements.implementation;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.commitment.Position;
import org.moutracker.agreements.commitment.Target;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.PastStates;
import org.moutracker.agreements.life.AgreementStatus;

/** How an agreement and its commitments stood at a past instant, by their history. */
@ApplicationScoped
class Past {

    private final PastStates states;
    private final ObjectMapper json;

    Past(PastStates states, ObjectMapper json) {
        this.states = states;
        this.json = json;
    }

    /**
     * What the history says.
     *
     * @param status empty where the history begins later
     * @param commitments by code
     */
    record Then(Optional<AgreementStatus> status, List<Owed> commitments) {}

    Then of(UUID agreement, Instant then) {
        var status = Optional.ofNullable(
                        states.of(agreement, HistoryKind.AGREEMENT, then).get(agreement))
                .map(fields -> AgreementStatus.valueOf(fields.get("status").asText()));
        var commitments = states.of(agreement, HistoryKind.COMMITMENT, then).entrySet().stream()
                .map(entry -> owed(entry.getKey(), entry.getValue()))
                .sorted(comparing(Owed::code))
                .toList();
        return new Then(status, commitments);
    }

    private Owed owed(UUID id, JsonNode fields) {
        var review = fields.path("review");
        var target = read(fields.get("target"), new TypeReference<Target>() {});
        var value = review.hasNonNull("value") ? review.get("value").decimalValue() : null;
        var on = day(review, "valueOn");
        var positions = read(review.get("positions"), new TypeReference<List<Position>>() {});
        var obligors = read(fields.get("obligors"), new TypeReference<List<String>>() {});
        return new Owed(
                id,
                fields.get("code").asText(),
                fields.get("title").asText(),
                CommitmentStatus.valueOf(fields.get("status").asText()),
                obligors == null ? List.of() : obligors,
                fields.hasNonNull("weight") ? fields.get("weight").decimalValue() : BigDecimal.ONE,
                target,
                target == null || value == null || on == null ? null : target.reached(value, on),
                positions == null ? List.of() : positions,
                day(review, "lastReportedOn"));
    }

    private <T> @Nullable T read(@Nullable JsonNode node, TypeReference<T> type) {
        return node == null || node.isNull() ? null : json.convertValue(node, type);
    }

    private static @Nullable LocalDate day(JsonNode node, String field) {
        return node.hasNonNull(field) ? LocalDate.parse(node.get(field).asText()) : null;
    }
}
