package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.history.Because;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** Voids agreements that were registered by mistake, merges those that were registered twice, and takes either back. */
@ApplicationScoped
@Transactional(MANDATORY)
class VoidAgreement {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final RecordAgreement record;
    private final SettleAgreement settle;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Caller caller;
    private final Because because;

    VoidAgreement(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            RecordAgreement record,
            SettleAgreement settle,
            Outbox outbox,
            InstantSource clock,
            Caller caller,
            Because because) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.record = record;
        this.settle = settle;
        this.outbox = outbox;
        this.clock = clock;
        this.caller = caller;
        this.because = because;
    }

    AgreementView makeVoid(UUID id, @Nullable String ifMatch, String reason) {
        var agreement = agreements.lock(id);
        Versions.allow(ifMatch, agreement.version);
        return makeVoid(agreement, reason, null);
    }

    /** The duplicate keeps what it has, for whoever looks; what goes on does so in the other. */
    AgreementView merge(UUID id, @Nullable String ifMatch, MergerForm form) {
        if (form.into().equals(id)) {
            throw new InvalidRequest("into", "must be another agreement");
        }
        var both = agreements.lockAll(new TreeSet<>(List.of(id, form.into())));
        var duplicate = both.get(id);
        if (duplicate == null) {
            throw new NotFound("agreement");
        }
        duplicate.requireStands();
        Versions.allow(ifMatch, duplicate.version);
        var other = both.get(form.into());
        if (other == null) {
            throw new InvalidRequest("into", "is not an agreement that is known");
        }
        other.absorb(duplicate);
        return makeVoid(duplicate, form.reason(), other.id);
    }

    private AgreementView makeVoid(Agreement agreement, String reason, @Nullable UUID mergedInto) {
        because.say(reason);
        var known = record.organizations(agreement);
        var promised = commitments.lockOf(List.of(agreement.id));
        var isTold = agreement.isTold();
        var events = new ArrayList<Event>();
        events.add(agreement.makeVoid(new Mistake(clock.instant(), caller.name(), reason, mergedInto), known));
        for (var commitment : promised) {
            commitment.follow(agreement.standing, agreement.survival).ifPresent(events::add);
        }
        if (isTold) {
            outbox.publish(events);
        }
        return view(agreement);
    }

    /** What time would have caused meanwhile comes about now. */
    AgreementView reinstate(UUID id, @Nullable String ifMatch, String reason) {
        var both = agreements.lockAll(new TreeSet<>(
                Stream.concat(Stream.of(id), agreements.mergedInto(id).stream()).toList()));
        var agreement = both.remove(id);
        if (agreement == null) {
            throw new NotFound("agreement");
        }
        Versions.allow(ifMatch, agreement.version);
        if (agreement.mistake != null && agreements.isTaken(agreement.reference)) {
            throw new RuleViolated(
                    "the reference %s is taken by another agreement since".formatted(agreement.reference));
        }
        var ledger = ledgers.of(id);
        var known = record.organizations(agreement);
        var promised = commitments.lockOf(List.of(id));
        because.say(reason);
        agreement.reinstate(clock.instant());
        both.values().forEach(other -> other.release(agreement));
        settle.settle(
                agreement,
                ledger,
                List.of(),
                known,
                promised,
                new LegalEvent.Recording(clock.instant(), caller.name()));
        return view(agreement);
    }

    private AgreementView view(Agreement agreement) {
        agreements.flush();
        return AgreementView.of(
                agreement,
                record.organizations(agreement),
                commitments.of(agreement.id).stream().map(Commitment::state).toList());
    }
}
