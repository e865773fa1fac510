package org.moutracker.workinggroups.page;

import java.util.UUID;

/** What a page is about. */
enum PageKind {
    GROUP("working-groups/"),
    MEMBER("members/");

    private final String folder;

    PageKind(String folder) {
        this.folder = folder;
    }

    /** Where the page is, below all pages. */
    String path(UUID id) {
        return folder + id;
    }
}
