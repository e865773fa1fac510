package org.moutracker.workinggroups.page;

import java.util.UUID;

/** What a page is about. */
sealed interface PageSubject {

    /** Where the page is, below all pages. */
    String path();

    /** A working group. */
    record OfGroup(UUID group) implements PageSubject {
        @Override
        public String path() {
            return "working-groups/" + group;
        }
    }

    /** A person with all their groups. */
    record OfMember(UUID person) implements PageSubject {
        @Override
        public String path() {
            return "members/" + person;
        }
    }

    /** A report of a group. */
    record OfReport(UUID group, AskedReport report) implements PageSubject {
        @Override
        public String path() {
            return "working-groups/%s/reports/%s".formatted(group, report.name());
        }
    }
}
