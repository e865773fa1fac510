package org.moutracker.notifications.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Granted;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * As whom the caller is told things: as every recipient at the mailbox that the token vouches for. There can be several,
 * since the other services each know the person by an id of their own.
 */
@RequestScoped
public class Self {

    private final Sql sql;
    private final Caller caller;
    private final Granted granted;

    @Nullable
    private Set<UUID> ids;

    Self(Sql sql, Caller caller, Granted granted) {
        this.sql = sql;
        this.caller = caller;
        this.granted = granted;
    }

    /** Empty for somebody whom the provider vouches for no mailbox of, or who is not known here. */
    public Set<UUID> ids() {
        if (ids == null) {
            ids = caller.mailbox()
                    .map(mailbox -> Set.copyOf(sql.query(
                            "SELECT id FROM recipient WHERE lower(btrim(email)) = ?",
                            row -> row.getObject("id", UUID.class),
                            mailbox)))
                    .orElse(Set.of());
        }
        return ids;
    }

    /** Whose things lists are about; null for everybody's. */
    public @Nullable Set<UUID> only() {
        return granted.onlyOwn() ? ids() : null;
    }

    /** Refuses to act for another person, unless it is the caller's office to. */
    public void require(String field, @Nullable UUID person) {
        var only = only();
        if (only != null && (person == null || !only.contains(person))) {
            throw new InvalidRequest(field, "must be yourself");
        }
    }
}
