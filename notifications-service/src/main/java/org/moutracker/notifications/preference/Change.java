package org.moutracker.notifications.preference;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Sql;

/** A change of what somebody prefers, as the history has it. */
record Change(
        long id,
        long version,
        Instant at,
        How how,
        @Nullable String by,
        Wishes wishes) {

    /** By what it came. */
    @Schema(name = "PreferenceChangedBy")
    enum How {
        API,
        /** A link in a mail. */
        LINK
    }

    static Change read(ResultSet row, Wishes wishes) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getLong("version"),
                requireNonNull(Sql.instant(row, "at")),
                How.valueOf(row.getString("how")),
                row.getString("by"),
                wishes);
    }
}
