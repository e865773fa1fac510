package org.moutracker.agreements.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentChains;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.platform.problem.Violation;

/** What an agreement has to say to commitments that a group wants to open under it. */
@ApplicationScoped
public class AgreementsOfDecisions {

    private final AgreementRepository agreements;
    private final CommitmentRepository commitments;
    private final Validator validator;

    AgreementsOfDecisions(AgreementRepository agreements, CommitmentRepository commitments, Validator validator) {
        this.agreements = agreements;
        this.commitments = commitments;
        this.validator = validator;
    }

    /** How an agreement stands, for commitments that are new. */
    public record Ground(Standing standing, @Nullable Survival survival) {}

    /** Locks some, always in the same order, before their commitments are. */
    public void lock(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            var _ = agreements
                    .find("id in ?1 order by id", ids)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
        }
    }

    /** How one stands; it is known and locked. */
    public Ground ground(UUID id) {
        var agreement = agreements.get(id);
        return new Ground(agreement.standing, agreement.survival);
    }

    /** Why a commitment cannot be opened under an agreement, as a sentence; empty when it can be. */
    public Optional<String> refusal(UUID id, CommitmentForm form) {
        var found = agreements.findByIdOptional(id);
        if (found.isEmpty()) {
            return Optional.of("the agreement is not known");
        }
        var agreement = found.get();
        if (!agreement.isTold()) {
            return Optional.of("the agreement %s is not signed".formatted(agreement.reference));
        }
        if (agreement.status.isOver()) {
            return Optional.of("the agreement %s is %s".formatted(agreement.reference, agreement.status));
        }
        var others = commitments.of(id).stream().map(Commitment::form).toList();
        if (others.stream().anyMatch(other -> other.code().equals(form.code()))) {
            return Optional.of("the code %s is taken".formatted(form.code()));
        }
        var wrong = violations(agreement, form, others);
        return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
    }

    private String violations(Agreement agreement, CommitmentForm form, List<CommitmentForm> others) {
        var wrong = new ArrayList<Violation>();
        validator.validate(form).forEach(one -> wrong.add(Violation.of(one)));
        if (wrong.isEmpty()) {
            wrong.addAll(form.violations("commitment", agreement.codes(), Set.of(agreement.areaNames)));
            var all = new ArrayList<>(others);
            all.add(form);
            wrong.addAll(CommitmentChains.violations("commitment", all));
        }
        return wrong.stream()
                .map(one -> Objects.requireNonNull(one.field()).replaceFirst("^commitment(\\[\\d+])?\\.", "") + " "
                        + one.message())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
