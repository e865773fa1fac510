package org.moutracker.agreements.commitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/**
 * Commitments that wait for other commitments of the same agreement: whose time is counted from theirs, such as
 * {@code {"deadline": "C-01", "when": "MET"}}, or which must be kept after them. The other must be there, and the way must
 * end somewhere. The two are looked at apart: in what order things are due, and in what order they can be done.
 */
public final class CommitmentChains {

    private final Map<String, List<Link>> links = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** One place that names another commitment, and where it stands. */
    private record Link(String field, String code) {}

    private CommitmentChains() {}

    /** Names every place that leads nowhere or back to where it comes from. */
    public static List<Violation> violations(String path, List<CommitmentForm> commitments) {
        var violations = new ArrayList<>(anchors(path, commitments).violations);
        violations.addAll(dependencies(path, commitments).violations);
        return violations;
    }

    private static CommitmentChains dependencies(String path, List<CommitmentForm> commitments) {
        var chains = new CommitmentChains();
        for (var i = 0; i < commitments.size(); i++) {
            var others = commitments.get(i).dependsOn();
            var found = new ArrayList<Link>();
            for (var j = 0; j < others.size(); j++) {
                found.add(new Link("%s[%d].dependsOn[%d]".formatted(path, i, j), others.get(j)));
            }
            chains.links.putIfAbsent(commitments.get(i).code(), found);
        }
        chains.check();
        return chains;
    }

    private static CommitmentChains anchors(String path, List<CommitmentForm> commitments) {
        var chains = new CommitmentChains();
        for (var i = 0; i < commitments.size(); i++) {
            var commitment = commitments.get(i);
            var found = new ArrayList<Link>();
            if (commitment.rule() != null) {
                collect(path + "[" + i + "].rule.anchor", commitment.rule().get("anchor"), found);
            }
            chains.links.putIfAbsent(commitment.code(), found);
        }
        chains.check();
        return chains;
    }

    private static void collect(String field, @Nullable Object anchor, List<Link> found) {
        if (anchor instanceof Map<?, ?> object) {
            if (object.get("deadline") instanceof String code) {
                found.add(new Link(field + ".deadline", code));
            }
            for (var several : List.of("allOf", "anyOf")) {
                if (object.get(several) instanceof List<?> members) {
                    for (var i = 0; i < members.size(); i++) {
                        collect(field + "." + several + "[" + i + "]", members.get(i), found);
                    }
                }
            }
        }
    }

    private void check() {
        links.forEach((code, anchors) -> {
            for (var link : anchors) {
                if (!links.containsKey(link.code())) {
                    violations.add(new Violation(link.field(), "is not the code of a commitment of this agreement"));
                } else if (reaches(link.code(), code, new HashSet<>())) {
                    violations.add(new Violation(link.field(), "leads back to %s itself, in a circle".formatted(code)));
                }
            }
        });
    }

    private boolean reaches(String from, String code, Set<String> seen) {
        if (from.equals(code)) {
            return true;
        }
        return seen.add(from)
                && links.getOrDefault(from, List.of()).stream().anyMatch(link -> reaches(link.code(), code, seen));
    }
}
