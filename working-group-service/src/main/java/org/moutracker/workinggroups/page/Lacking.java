package org.moutracker.workinggroups.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;

/** A role in which a side has yet to name so many. */
record Lacking(String role, long count) {

    static List<Lacking> of(List<String> roles) {
        return roles.stream().collect(groupingBy(role -> role, LinkedHashMap::new, counting())).entrySet().stream()
                .map(missing -> new Lacking(missing.getKey(), missing.getValue()))
                .toList();
    }
}
