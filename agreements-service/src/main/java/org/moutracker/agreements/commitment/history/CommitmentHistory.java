package org.moutracker.agreements.commitment.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.paging.Cursor;

/** The histories of all commitments. */
@ApplicationScoped
public class CommitmentHistory implements PanacheRepositoryBase<CommitmentEntry, UUID> {

    /** In the order of recording. */
    public List<CommitmentEntry> page(UUID commitmentId, Collection<EntryKind> kinds, UUID after, int rows) {
        return find("commitmentId = ?1 and kind in ?2 and id > ?3 order by id", commitmentId, kinds, after)
                .page(0, rows)
                .list();
    }

    public static Cursor position(CommitmentEntry entry) {
        return Cursor.of(entry.id);
    }
}
