package org.moutracker.platform.access;

import static java.util.Comparator.naturalOrder;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A line of the table.
 *
 * @param path as the OpenAPI document writes it
 * @param reach of each role; empty where no token is needed
 */
public record Rule(String method, String path, Map<Role, Reach> reach, boolean open) {

    public Rule {
        reach = Map.copyOf(reach);
    }

    /**
     * As much as any of these roles may.
     *
     * @param ofParty whether it is somebody of a party
     */
    public Reach of(Collection<Role> roles, boolean ofParty) {
        return roles.stream()
                .map(role -> reach.getOrDefault(role, Reach.NOTHING).of(ofParty))
                .max(naturalOrder())
                .orElse(Reach.NOTHING);
    }

    /** Whether it is about a thing that the address names. */
    boolean namesOne() {
        return path.contains("{");
    }

    /** Who may, in the order of the roles. */
    List<Role> allowed() {
        return reach.entrySet().stream()
                .filter(entry -> entry.getValue() != Reach.NOTHING)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
