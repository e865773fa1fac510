package org.moutracker.agreements.organization;

/** What kind of body an organization is. */
public enum OrganizationKind {
    STATE,
    GOVERNMENT,
    MINISTRY,
    AGENCY,
    COMPANY,
    UNIVERSITY,
    NGO,
    INTERGOVERNMENTAL
}
