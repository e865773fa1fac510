package org.moutracker.agreements.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentStatus;

/** What was made of an effect of a decision: once it is there, the effect is never looked at again. */
@Entity
class DecisionEffect {

    @Id
    UUID id;

    UUID decisionId;

    @Column(name = "place")
    int index;

    boolean accepted;

    @Nullable
    String because;

    @Nullable
    UUID commitmentId;

    /** Where a commitment stood that it has closed; null when it has opened one. */
    @Enumerated(EnumType.STRING)
    @Nullable
    CommitmentStatus before;

    /** Whether it was looked at since its decision is void. */
    boolean reviewed;

    boolean undone;

    protected DecisionEffect() {}

    private DecisionEffect(UUID decision, int index, boolean accepted, @Nullable String because) {
        id = DecisionEffectState.id(decision, index);
        decisionId = decision;
        this.index = index;
        this.accepted = accepted;
        this.because = because;
    }

    static DecisionEffect refused(UUID decision, int index, String because) {
        return new DecisionEffect(decision, index, false, because);
    }

    static DecisionEffect opened(UUID decision, int index, UUID commitment) {
        var effect = new DecisionEffect(decision, index, true, null);
        effect.commitmentId = commitment;
        return effect;
    }

    static DecisionEffect closed(UUID decision, int index, UUID commitment, CommitmentStatus before) {
        var effect = opened(decision, index, commitment);
        effect.before = before;
        return effect;
    }

    DecisionEffectEvent answer() {
        return DecisionEffectEvent.of(
                new DecisionEffectState(id, decisionId, index, accepted, because, commitmentId, undone));
    }

    /** Its decision is void, and what came of it was taken back or not. */
    DecisionEffectEvent review(boolean undone, String because) {
        reviewed = true;
        this.undone = undone;
        this.because = because;
        return answer();
    }
}
