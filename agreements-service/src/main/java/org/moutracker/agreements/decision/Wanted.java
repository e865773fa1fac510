package org.moutracker.agreements.decision;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.Basis;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.commitment.CommitmentKind;
import org.moutracker.agreements.commitment.CommitmentMode;
import org.moutracker.agreements.commitment.CommitmentStatus;

/** What a decision wants of a commitment. */
sealed interface Wanted {

    /** To have one more. */
    record Opening(UUID agreementId, CommitmentForm form) implements Wanted {}

    /** To have one closed. */
    record Closing(UUID commitmentId, CommitmentStatus as) implements Wanted {}

    /** What nobody can read. */
    record Nonsense(String because) implements Wanted {}

    /** Reads an effect. */
    static Wanted read(DecisionState.Taken taken, String number, ObjectMapper json) {
        try {
            return taken.kind().equals("OPEN_COMMITMENT") ? opening(taken, number, json) : closing(taken, json);
        } catch (IllegalArgumentException e) {
            return new Nonsense("what was decided cannot be read");
        }
    }

    /** As it is told. */
    record Open(
            UUID agreementId,
            String code,
            String title,
            CommitmentKind kind,
            CommitmentMode mode,
            @Nullable List<String> obligors,
            @Nullable List<String> beneficiaries,
            @Nullable Map<String, Object> rule,
            @Nullable List<String> areas) {}

    /** As it is told. */
    record Close(UUID commitmentId, CommitmentStatus as) {}

    private static Wanted opening(DecisionState.Taken taken, String number, ObjectMapper json) {
        var open = json.convertValue(taken.effect(), Open.class);
        if (open.agreementId() == null) {
            return new Nonsense("no agreement is named");
        }
        return new Opening(open.agreementId(), form(open, number));
    }

    @SuppressWarnings("NullAway") // The form takes what is absent for an empty list.
    private static CommitmentForm form(Open open, String number) {
        return new CommitmentForm(
                open.code(),
                open.title(),
                open.kind(),
                Basis.GROUP_DECISION,
                number,
                open.mode(),
                open.obligors(),
                open.beneficiaries(),
                null,
                open.rule(),
                null,
                null,
                open.areas(),
                null,
                null,
                null,
                null);
    }

    private static Wanted closing(DecisionState.Taken taken, ObjectMapper json) {
        var close = json.convertValue(taken.effect(), Close.class);
        if (close.commitmentId() == null) {
            return new Nonsense("no commitment is named");
        }
        return switch (close.as()) {
            case FULFILLED, PARTIALLY_FULFILLED, NOT_FULFILLED, WAIVED, CANCELLED ->
                new Closing(close.commitmentId(), close.as());
            case OPEN, IN_PROGRESS, REPORTED_FULFILLED, DISPUTED, SUSPENDED ->
                new Nonsense("%s closes no commitment".formatted(close.as()));
            case null -> new Nonsense("it is not said as what the commitment is closed");
        };
    }

    /** Reads what others tell: whatever it says beyond what is needed is ignored. */
    static ObjectMapper lenient(ObjectMapper json) {
        return json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
