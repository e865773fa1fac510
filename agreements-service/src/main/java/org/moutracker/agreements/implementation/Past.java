package org.moutracker.agreements.implementation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentState;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.commitment.Position;
import org.moutracker.agreements.commitment.Target;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.PastStates;
import org.moutracker.agreements.life.AgreementStatus;

/** How an agreement and its commitments stood at a past instant: as they do, without what was changed since. */
@ApplicationScoped
class Past {

    private final PastStates states;
    private final ObjectMapper json;

    Past(PastStates states, ObjectMapper json) {
        this.states = states;
        this.json = json;
    }

    /**
     * What there was.
     *
     * @param commitments by code
     */
    record Then(AgreementStatus status, List<Owed> commitments) {}

    Then of(UUID agreement, Instant then, AgreementStatus now, List<CommitmentState> promised) {
        var status = states.of(
                        agreement,
                        HistoryKind.AGREEMENT,
                        then,
                        Map.of(agreement, json.createObjectNode().put("status", now.name())))
                .get(agreement);
        var commitments = states
                .of(
                        agreement,
                        HistoryKind.COMMITMENT,
                        then,
                        promised.stream().collect(toMap(CommitmentState::id, this::fields)))
                .entrySet()
                .stream()
                .map(entry -> owed(entry.getKey(), entry.getValue()))
                .sorted(comparing(Owed::code))
                .toList();
        return new Then(
                status == null
                        ? now
                        : AgreementStatus.valueOf(status.get("status").asText()),
                commitments);
    }

    /** What a score asks for, by the names that the history has for it. */
    private ObjectNode fields(CommitmentState commitment) {
        var now = Owed.of(commitment);
        var fields = json.createObjectNode()
                .put("code", now.code())
                .put("title", now.title())
                .put("status", now.status().name())
                .put("weight", now.weight());
        fields.set("obligors", json.valueToTree(now.obligors()));
        fields.set("target", json.valueToTree(now.target()));
        var review = fields.putObject("review");
        review.set("positions", json.valueToTree(now.positions()));
        review.set("lastReportedOn", json.valueToTree(now.lastReportedOn()));
        if (now.reached() != null) {
            review.put("value", now.reached().value());
            review.set("valueOn", json.valueToTree(now.reached().on()));
        }
        return fields;
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
