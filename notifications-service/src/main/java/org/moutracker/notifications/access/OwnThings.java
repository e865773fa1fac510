package org.moutracker.notifications.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.access.Own;
import org.moutracker.platform.access.Reach;
import org.moutracker.platform.access.Rule;
import org.moutracker.platform.problem.NotFound;

/** A member's own is what he or she was told, has reported or has made. Of another's nobody learns that it is there. */
@ApplicationScoped
class OwnThings implements Own {

    /** By the first word of an address: what it is called, and where its person is found. */
    private static final Map<String, Thing> THINGS = Map.of(
            "recipients", new Thing("recipient", "SELECT id AS person FROM recipient"),
            "alerts", new Thing("alert", "SELECT recipient_id AS person FROM alert"),
            "done-reports", new Thing("done report", "SELECT reporter_id AS person FROM done_report"),
            "calendar-feeds", new Thing("calendar feed", "SELECT person_id AS person FROM calendar_feed"));

    private static final String PREFIX = "/api/v1/";

    private final Sql sql;
    private final Self self;

    OwnThings(Sql sql, Self self) {
        this.sql = sql;
        this.self = self;
    }

    private record Thing(String noun, String select) {}

    @Override
    public void require(Rule rule, Map<String, String> parameters, Reach reach) {
        if (reach == Reach.ALL) {
            return;
        }
        var word = rule.path().substring(PREFIX.length(), rule.path().indexOf('/', PREFIX.length()));
        var thing = Optional.ofNullable(THINGS.get(word)).orElseThrow(() -> new IllegalStateException(rule.path()));
        var person = id(parameters.get("id")).flatMap(id -> person(thing, id));
        if (person.isEmpty() || !self.ids().contains(person.get())) {
            throw new NotFound(thing.noun());
        }
    }

    private Optional<UUID> person(Thing thing, UUID id) {
        return sql
                .query(
                        thing.select() + " WHERE id = ?",
                        row -> Optional.ofNullable(row.getObject("person", UUID.class)),
                        id)
                .stream()
                .findFirst()
                .flatMap(one -> one);
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
