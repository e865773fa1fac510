package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** When a meeting is by the clocks of one party. */
@Schema(description = "When it is by the clocks of one party.")
record LocalTimes(
        @Schema(required = true, examples = "PK") String party,

        @Schema(required = true, examples = "Asia/Karachi") String zone,

        @Schema(required = true, examples = "2025-11-10T10:00:00+05:00")
        OffsetDateTime startsAt,

        @Schema(required = true, examples = "2025-11-10T14:00:00+05:00")
        OffsetDateTime endsAt) {

    /** By the clocks of each; nobody's while the day is not known. */
    static List<LocalTimes> of(List<GroupParty> parties, @Nullable Instant startsAt, @Nullable Instant endsAt) {
        return startsAt == null || endsAt == null
                ? List.of()
                : parties.stream()
                        .map(party -> new LocalTimes(
                                party.code(),
                                party.zone(),
                                WrittenTime.at(startsAt, party.zone()),
                                WrittenTime.at(endsAt, party.zone())))
                        .toList();
    }
}
