package org.moutracker.notifications.policy;

import java.util.UUID;

/** What a plan keeps of the policy by which it was made, so that it stays as it was. */
public record Held(UUID policyId, ScopeType scope, Terms terms) {}
