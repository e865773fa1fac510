package org.moutracker.notifications.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.NotFound;

/**
 * Changes policies. While one is being changed nobody plans, so that whoever has planned by the earlier one is found by its
 * roll-out, and whoever plans later knows the new one.
 */
@ApplicationScoped
class ChangePolicies {

    private final Policies policies;
    private final Targets targets;
    private final RollOuts rollOuts;
    private final PolicyPages pages;
    private final Caller caller;
    private final InstantSource clock;

    ChangePolicies(
            Policies policies,
            Targets targets,
            RollOuts rollOuts,
            PolicyPages pages,
            Caller caller,
            InstantSource clock) {
        this.policies = policies;
        this.targets = targets;
        this.rollOuts = rollOuts;
        this.pages = pages;
        this.caller = caller;
        this.clock = clock;
    }

    PolicyView create(PolicyForm form) {
        var scope = form.scope().scope();
        var change = form.change();
        var policy =
                Policy.of(scope, targets.isWatch(scope), change.name(), change.terms(), clock.instant(), caller.name());
        policies.lockAll();
        policies.add(policy);
        rollOuts.begin(policy);
        return shown(policy.id());
    }

    /** Locks all of them, so that the one which is answered stays as it is until it has been changed. */
    Policy lock(UUID id) {
        policies.lockAll();
        shown(id);
        return policies.find(id).orElseThrow(() -> new NotFound("alert policy"));
    }

    PolicyView change(Policy policy, PolicyChange change) {
        if (change.equals(PolicyChange.of(policy))) {
            return shown(policy.id());
        }
        var changed = policy.change(
                targets.isWatch(policy.scope()), change.name(), change.terms(), clock.instant(), caller.name());
        policies.keep(changed);
        if (!changed.terms().equals(policy.terms())) {
            rollOuts.begin(changed);
        }
        return shown(policy.id());
    }

    void delete(UUID id, @Nullable String ifMatch) {
        var policy = lock(id);
        Versions.allow(ifMatch, policy.version());
        policies.delete(policy);
        rollOuts.begin(policy);
    }

    private PolicyView shown(UUID id) {
        return pages.find(id).orElseThrow(() -> new NotFound("alert policy"));
    }
}
