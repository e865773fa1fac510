package org.moutracker.agreements.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.NotFound;

/** The agreements. */
@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {

    /** What a list is to show. */
    record Filter(
            @Nullable AgreementStatus status,
            @Nullable AgreementType type,
            @Nullable String party,
            @Nullable String area,
            @Nullable String text) {}

    Agreement get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("agreement"));
    }

    /** For a change, so that what time causes at that moment waits for it. */
    Agreement lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("agreement"));
    }

    boolean isTaken(String reference) {
        return count("reference", reference) > 0;
    }

    List<AgreementSummary.Row> page(Filter filter, AgreementSort sort, @Nullable Cursor after, int rows) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (filter.status() != null) {
            where.add("status = :status");
            values.put("status", filter.status());
        }
        if (filter.type() != null) {
            where.add("type = :type");
            values.put("type", filter.type());
        }
        if (filter.party() != null) {
            where.add("array_contains(partyCodes, :party)");
            values.put("party", filter.party());
        }
        if (filter.area() != null) {
            where.add("array_contains(areaNames, :area)");
            values.put("area", filter.area());
        }
        if (filter.text() != null) {
            where.add("search ilike :text escape '!'");
            values.put("text", "%" + filter.text().replaceAll("[!%_]", "!$0") + "%");
        }
        if (after != null) {
            where.add(sort.beyond());
            values.put("id", after.uuid(after.values().size() - 1));
            if (sort.bySigning()) {
                values.put("day", after.day(0));
            }
        }
        var query = (where.isEmpty() ? "" : String.join(" and ", where)) + " order by " + sort.order();
        return find(query.strip(), values)
                .page(0, rows)
                .project(AgreementSummary.Row.class)
                .list();
    }
}
