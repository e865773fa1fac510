package org.moutracker.agreements.organization;

/** What can become of an organization. */
enum OrganizationStep {
    REGISTERED,
    CHANGED,
    MERGED,
    SEPARATED,
    SUCCEEDED,
    SUCCESSION_TAKEN_BACK
}
