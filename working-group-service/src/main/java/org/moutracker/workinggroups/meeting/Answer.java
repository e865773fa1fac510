package org.moutracker.workinggroups.meeting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody said to an invitation, in the words of RFC 5545 (PARTSTAT). */
@Schema(name = "InvitationAnswer")
public enum Answer {
    NEEDS_ACTION,
    ACCEPTED,
    DECLINED,
    TENTATIVE
}
