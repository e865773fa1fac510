package org.moutracker.workinggroups.decision;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.deadline.DeadlineLedger;

/** Hears from agreements-service what became of the commitments that decisions open and close. */
@ApplicationScoped
class DecisionEffectEvents {

    /**
     * What agreements-service made of an effect.
     *
     * @param undone whether it was done and is taken back, its decision being void
     */
    record Answer(
            UUID decisionId,
            int index,
            boolean accepted,
            @Nullable String because,
            @Nullable UUID commitmentId,
            @Nullable Boolean undone) {

        EffectStatus status() {
            if (Boolean.TRUE.equals(undone)) {
                return EffectStatus.UNDONE;
            }
            return accepted ? EffectStatus.DONE : EffectStatus.REFUSED;
        }

        @Nullable
        String subject() {
            return commitmentId == null ? null : "commitments/" + commitmentId;
        }
    }

    private final Inbox inbox;
    private final DecisionRepository decisions;
    private final DecisionLedger ledger;

    DecisionEffectEvents(Inbox inbox, DecisionRepository decisions, DecisionLedger ledger) {
        this.inbox = inbox;
        this.decisions = decisions;
        this.ledger = ledger;
    }

    @Incoming("decision-effects")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Answer.class, this::follow);
    }

    private void follow(List<Received<Answer>> news) {
        var known = decisions
                .lock(news.stream()
                        .map(one -> answer(one).decisionId())
                        .distinct()
                        .toList())
                .stream()
                .collect(toMap(decision -> decision.id, decision -> decision));
        for (var one : news) {
            var answer = answer(one);
            var decision = known.get(answer.decisionId());
            if (decision != null) {
                decision.answer(answer.index(), answer.status(), answer.because(), answer.subject())
                        .ifPresent(event -> {
                            ledger.tell(event, one, DeadlineLedger.SYSTEM);
                            // The next answer makes a version of its own.
                            decisions.flush();
                        });
            }
        }
    }

    private static Answer answer(Received<Answer> received) {
        return requireNonNull(received.state(), "an answer is never erased");
    }
}
