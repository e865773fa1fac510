package org.moutracker.agreements.provenance;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.agreements.agreement.RegisteredAgreements;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;

/** Records what sources say, withdraws what was recorded wrongly, and notes why the register rests on one of them. */
@ApplicationScoped
@Transactional(MANDATORY)
class RecordStatement {

    // All are compared in memory when somebody reads them; no agreement on record has more than a handful of sources.
    private static final int MOST = 2000;

    // Where a day begins first on earth: nothing was published on a day that has begun nowhere.
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final KnownAgreements agreements;
    private final RegisteredAgreements register;
    private final StatementRepository statements;
    private final Caller caller;
    private final InstantSource clock;

    RecordStatement(
            KnownAgreements agreements,
            RegisteredAgreements register,
            StatementRepository statements,
            Caller caller,
            InstantSource clock) {
        this.agreements = agreements;
        this.register = register;
        this.statements = statements;
        this.caller = caller;
        this.clock = clock;
    }

    StatementView record(UUID agreementId, StatementForm form) {
        var _ = agreements.lock(agreementId);
        var facts = Facts.of(register.get(agreementId));
        var statement = read(agreementId, facts, form);
        var said = statements.of(agreementId);
        if (said.standing().stream().anyMatch(statement::repeats)) {
            throw new RuleViolated(
                    "that %s says this of %s is recorded already".formatted(statement.source.title(), statement.fact));
        }
        if (said.all().size() >= MOST) {
            throw new RuleViolated("an agreement has at most %d statements of sources".formatted(MOST));
        }
        statements.persistAndFlush(statement);
        return new Provenance(facts, said).view(statement);
    }

    private SourceStatement read(UUID agreementId, Facts facts, StatementForm form) {
        var wrong = new ArrayList<Violation>();
        form.source().check(LocalDate.ofInstant(clock.instant(), EARLIEST), wrong);
        var fact = facts.find(form.fact());
        if (fact.isEmpty()) {
            wrong.add(new Violation("fact", facts.unknown(form.fact())));
        }
        if (form.value().isNull()) {
            wrong.add(new Violation(ReadValue.FIELD, "must not be null"));
        }
        var value = fact.filter(_ -> !form.value().isNull()).flatMap(known -> ReadValue.of(known, form.value(), wrong));
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        return new SourceStatement(
                agreementId, fact.orElseThrow(), value.orElseThrow(), form, clock.instant(), caller.name());
    }

    StatementView withdraw(UUID agreementId, UUID id, String reason) {
        var _ = agreements.lock(agreementId);
        var statement = statements.get(agreementId, id);
        if (read(agreementId).isWithdrawn(statement)) {
            throw new RuleViolated("the statement has been withdrawn already");
        }
        statements.withdraw(new Withdrawal(statement, reason, clock.instant(), caller.name()));
        return read(agreementId).view(statement);
    }

    FactView choose(UUID agreementId, UUID id, String because) {
        var _ = agreements.lock(agreementId);
        var statement = statements.get(agreementId, id);
        var before = read(agreementId);
        if (before.isWithdrawn(statement)) {
            throw new RuleViolated("the statement has been withdrawn");
        }
        if (before.compare(statement) != Comparison.AGREES) {
            throw new RuleViolated(
                    "the register does not say what this statement says of %s: change the register, and it rests on it"
                            .formatted(statement.fact));
        }
        if (!before.isChosen(statement, because)) {
            statements.choose(new Choice(statement, because, clock.instant(), caller.name()));
        }
        return read(agreementId).view(statement.fact);
    }

    private Provenance read(UUID agreementId) {
        return new Provenance(Facts.of(register.get(agreementId)), statements.of(agreementId));
    }
}
