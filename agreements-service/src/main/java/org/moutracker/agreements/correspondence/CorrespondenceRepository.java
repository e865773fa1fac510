package org.moutracker.agreements.correspondence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.NotFound;

/** The log of notes verbales and letters. */
@ApplicationScoped
class CorrespondenceRepository implements PanacheRepositoryBase<Correspondence, UUID> {

    /** What a list is to show; of a day known in part, whatever it can be counts. */
    record Filter(
            @Nullable String party,
            @Nullable Direction direction,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<About> about,
            boolean voided) {}

    Correspondence get(UUID id) {
        return findByIdOptional(id).orElseThrow(CorrespondenceRepository::unknown);
    }

    /** Whose it is, without reading it: its agreement is locked before. */
    UUID agreementOf(UUID id) {
        return getEntityManager()
                .createQuery("select agreementId from Correspondence where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(CorrespondenceRepository::unknown);
    }

    Correspondence lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(CorrespondenceRepository::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("correspondence");
    }

    /** Whether the same paper has an entry that stands. Whoever asks has locked the agreement. */
    boolean isKnown(Correspondence entry) {
        return count(
                        "agreementId = ?1 and fromParty = ?2 and number = ?3 and firstDay = ?4 and voidedAt is null",
                        entry.agreementId,
                        entry.fromParty,
                        entry.number,
                        entry.firstDay)
                > 0;
    }

    List<Correspondence> page(UUID agreement, Filter filter, @Nullable Cursor after, int rows) {
        var where = new ArrayList<>(List.of("agreementId = :agreement"));
        var values = new HashMap<String, Object>();
        values.put("agreement", agreement);
        if (filter.party() != null) {
            where.add("(fromParty = :party or toParty = :party)");
            values.put("party", filter.party());
        }
        if (filter.direction() != null) {
            where.add("direction = :direction");
            values.put("direction", filter.direction());
        }
        if (filter.since() != null) {
            where.add("dated is not null and lastDay >= :since");
            values.put("since", filter.since());
        }
        if (filter.until() != null) {
            where.add("dated is not null and firstDay <= :until");
            values.put("until", filter.until());
        }
        for (var i = 0; i < filter.about().size(); i++) {
            where.add("array_contains(about, :about%d)".formatted(i));
            values.put("about" + i, filter.about().get(i).key());
        }
        if (!filter.voided()) {
            where.add("voidedAt is null");
        }
        if (after != null) {
            where.add("(firstDay > :day or firstDay = :day and id > :id)");
            values.put("day", after.day(0));
            values.put("id", after.uuid(1));
        }
        return find(String.join(" and ", where) + " order by firstDay, id", values)
                .page(0, rows)
                .list();
    }
}
