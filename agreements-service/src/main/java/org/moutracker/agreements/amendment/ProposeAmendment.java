package org.moutracker.agreements.amendment;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.moutracker.agreements.agreement.AgreementForm;
import org.moutracker.agreements.agreement.AmendAgreement;
import org.moutracker.agreements.agreement.AmendAgreement.Ground;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/** Proposes, rewords and consents to amendments of an agreement that is locked, and looks whether they take effect. */
@ApplicationScoped
@Transactional(MANDATORY)
class ProposeAmendment {

    private final AmendmentRepository amendments;
    private final AmendAgreement agreements;
    private final ApplyAmendments apply;
    private final Changes changes;
    private final ViewAmendments views;

    ProposeAmendment(
            AmendmentRepository amendments,
            AmendAgreement agreements,
            ApplyAmendments apply,
            Changes changes,
            ViewAmendments views) {
        this.amendments = amendments;
        this.agreements = agreements;
        this.apply = apply;
        this.changes = changes;
        this.views = views;
    }

    AmendmentView propose(Ground ground, AmendmentForm form, Instant now) {
        if (!ground.told()) {
            throw new RuleViolated("only a signed agreement is amended; a draft is changed by PATCH");
        }
        if (ground.standing().status().isOver()) {
            throw new RuleViolated("an agreement that is %s cannot be amended"
                    .formatted(ground.standing().status()));
        }
        check(ground, form);
        var _ = changes.apply(form.changes(), ground.form());
        var amendment = new Amendment(ground.id(), amendments.last(ground.id()) + 1, form, now);
        form.consents().forEach(consent -> amendment.consent(consent, ground.sides(), ground.today(), now));
        amendments.persist(amendment);
        return settle(ground, amendment, now);
    }

    private static void check(Ground ground, AmendmentForm form) {
        var violations = new ArrayList<Violation>();
        form.title().keySet().stream()
                .filter(language -> !AgreementForm.isLanguage(language))
                .forEach(language -> violations.add(
                        new Violation("title." + language, "must be a BCP 47 language tag such as en or ur-PK")));
        form.takesEffect()
                .check(
                        "takesEffect",
                        ground.sides().values().stream().distinct().count(),
                        violations);
        var seen = new HashSet<List<Object>>();
        for (var i = 0; i < form.consents().size(); i++) {
            var consent = form.consents().get(i);
            var path = "consents[" + i + "].";
            violations.addAll(violations(path, ground, consent));
            if (!seen.add(List.of(consent.party(), consent.kind()))) {
                violations.add(new Violation(path + "party", "has consented already"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    private static List<Violation> violations(String path, Ground ground, Consent consent) {
        var signed = Optional.ofNullable(ground.standing().facts().get(AnchorEvent.SIGNATURE))
                .flatMap(PartialDate::day);
        return consent.violations(path, ground.sides(), signed, ground.today());
    }

    AmendmentView consent(Ground ground, Amendment amendment, Consent consent, Instant now) {
        var violations = violations("", ground, consent);
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        amendment.consent(consent, ground.sides(), ground.today(), now);
        return settle(ground, amendment, now);
    }

    AmendmentView reword(Ground ground, Amendment amendment, AmendmentForm form, Instant now) {
        if (amendment.status == AmendmentStatus.BLOCKED) {
            return unblock(ground, amendment, form, now);
        }
        check(ground, form);
        var _ = changes.apply(form.changes(), ground.form());
        amendment.redraft(form, now);
        return settle(ground, amendment, now);
    }

    private AmendmentView unblock(Ground ground, Amendment amendment, AmendmentForm form, Instant now) {
        if (!form.equals(amendment.form().changing(form.changes()))) {
            throw new RuleViolated("of an amendment that is BLOCKED only its changes can be put right");
        }
        var _ = changes.apply(form.changes(), ground.form());
        amendment.unblock(form.changes(), now);
        apply.apply(amendment, ground, now);
        return view(ground, amendment, now);
    }

    private AmendmentView settle(Ground ground, Amendment amendment, Instant now) {
        if (amendment.isDue(ground.today())) {
            apply.apply(amendment, ground, now);
        }
        return view(ground, amendment, now);
    }

    private AmendmentView view(Ground ground, Amendment amendment, Instant now) {
        amendments.flush();
        apply.await(ground.id());
        amendments.flush();
        return views.view(amendment, agreements.read(ground.id(), now));
    }
}
