package org.moutracker.agreements.organization;

/** How one organization took the place of another. */
public enum SuccessionKind {
    RENAMED,
    MERGED
}
