package org.moutracker.agreements.organization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.NotFound;

/** The organizations, in sets: all of a request, all of a page, in one statement. */
@ApplicationScoped
public class Organizations {

    private static final String COLUMNS = """
            id, name, kind, country, zone, calendar, merged_into, succession, succeeded_by, succeeded_on,
            former_names::text[] || ARRAY(SELECT variant ->> 'name' FROM jsonb_array_elements(variants) AS variant)
                AS other_names
            """;

    // Forwards and backwards: whom it is merged into, who succeeded it, its duplicates, its predecessors, and theirs.
    private static final String RELATED = """
            WITH RECURSIVE related (id) AS (
                SELECT unnest(?::uuid[])
                UNION
                SELECT next.id FROM related
                JOIN LATERAL (
                    SELECT unnest(ARRAY[merged_into, succeeded_by]) AS id FROM organization WHERE id = related.id
                    UNION ALL SELECT id FROM organization WHERE merged_into = related.id
                    UNION ALL SELECT id FROM organization WHERE succeeded_by = related.id) AS next
                    ON next.id IS NOT NULL)
            SELECT\s""" + COLUMNS + " FROM related JOIN organization USING (id)";

    private final AgroalDataSource database;
    private final OrganizationNames names;

    Organizations(AgroalDataSource database, OrganizationNames names) {
        this.database = database;
        this.names = names;
    }

    /** The known ones among these ids; instead of a duplicate the one that it was merged into. */
    public Map<UUID, Organization> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT " + COLUMNS + " FROM organization WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var found = read(select);
            if (found.stream().anyMatch(Row::hasBecomeAnother)) {
                return Relatives.of(related(connection, ids)).roots(found);
            }
            return found.stream().map(Row::organization).collect(toMap(Organization::id, identity()));
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    /** These and all whom they became or who became them. */
    Relatives relatives(Collection<UUID> ids) {
        try (var connection = database.getConnection()) {
            return Relatives.of(related(connection, ids));
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    private static List<Row> related(Connection connection, Collection<UUID> ids) throws SQLException {
        try (var select = connection.prepareStatement(RELATED)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return read(select);
        }
    }

    /** The one that an id means by now. */
    public Organization require(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id)).orElseThrow(() -> new NotFound("organization"));
    }

    /** Who stands in the place of one on a day, then its predecessors back to the one itself. */
    public List<Organization> line(UUID id, LocalDate day) {
        return relatives(List.of(id)).line(id, day);
    }

    /** These and all their duplicates. */
    public Set<UUID> withDuplicates(Collection<UUID> ids) {
        return relatives(ids).withDuplicates(ids);
    }

    /** What is read of one. */
    record Row(
            Organization organization,
            @Nullable UUID mergedInto,
            @Nullable Succession succession) {

        boolean hasBecomeAnother() {
            return mergedInto != null || succession != null;
        }
    }

    /** Finds or adds what is described, in the order asked; empty where an id is not known. */
    public List<Optional<Organization>> resolve(List<OrganizationForm> forms) {
        return resolve(forms, _ -> {});
    }

    /** The same, and says which it adds. */
    public List<Optional<Organization>> resolve(
            List<OrganizationForm> forms, Consumer<Collection<Organization>> adding) {
        var known = find(forms.stream()
                .map(OrganizationForm::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var described = describe(forms, adding);
        return forms.stream()
                .map(form -> form.id() == null
                        ? Optional.of(Objects.requireNonNull(described.get(form)))
                        : Optional.ofNullable(known.get(form.id())).map(Organization::itself))
                .toList();
    }

    /**
     * What is described, in the order asked, without adding any; empty where an id is not known. One that is not there
     * has an id that follows from its description, and is never kept.
     */
    public List<Optional<Organization>> imagine(List<OrganizationForm> forms) {
        var known = find(forms.stream()
                .map(OrganizationForm::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var wanted = forms.stream().filter(form -> form.id() == null).distinct().toList();
        try (var connection = database.getConnection()) {
            var named = wanted.isEmpty() ? Map.<OrganizationForm, Organization>of() : named(connection, wanted);
            return forms.stream()
                    .map(form -> form.id() == null
                            ? Optional.of(Optional.ofNullable(named.get(form)).orElseGet(() -> imagined(form)))
                            : Optional.ofNullable(known.get(form.id())).map(Organization::itself))
                    .toList();
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    private static Organization imagined(OrganizationForm form) {
        return new Organization(
                UUID.nameUUIDFromBytes(Same.as(form).toString().getBytes(UTF_8)),
                required(form.name()).strip(),
                Objects.requireNonNull(form.kind()),
                Objects.requireNonNull(form.country()),
                Objects.requireNonNull(form.zone()),
                form.calendar(),
                null,
                List.of(),
                List.of());
    }

    private Map<OrganizationForm, Organization> describe(
            List<OrganizationForm> forms, Consumer<Collection<Organization>> adding) {
        var wanted = forms.stream().filter(form -> form.id() == null).distinct().toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection()) {
            var known = named(connection, wanted);
            var unknown =
                    wanted.stream().filter(form -> !known.containsKey(form)).toList();
            if (!unknown.isEmpty()) {
                add(connection, unknown);
                var added = named(connection, unknown);
                names.keep(added.values());
                adding.accept(added.values());
                known.putAll(added);
            }
            return known;
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep organizations", e);
        }
    }

    private static List<Row> rows(Connection connection, List<OrganizationForm> forms) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM organization WHERE folded = ANY (?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", forms.stream().map(Organizations::folded).toArray()));
            return read(select);
        }
    }

    private static Map<OrganizationForm, Organization> named(Connection connection, List<OrganizationForm> forms)
            throws SQLException {
        var rows = rows(connection, forms);
        var become = rows.stream().anyMatch(Row::hasBecomeAnother)
                ? Relatives.of(related(
                        connection,
                        rows.stream().map(row -> row.organization().id()).toList()))
                : Relatives.of(rows);
        var organizations = new HashMap<Same, Organization>();
        rows.forEach(row -> organizations.putIfAbsent(Same.as(row.organization()), row.organization()));
        var named = new LinkedHashMap<OrganizationForm, Organization>();
        for (var form : forms) {
            Optional.ofNullable(organizations.get(Same.as(form)))
                    .ifPresent(known -> named.put(form, become.root(known.id()).itself()));
        }
        return named;
    }

    /** The one that has this name, country, kind, zone and calendar, if there is one. */
    Optional<UUID> same(OrganizationForm form) {
        try (var connection = database.getConnection()) {
            return Optional.ofNullable(named(connection, List.of(form)).get(form))
                    .map(Organization::id);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    /** The one that was described so, also if it was found to be a duplicate since: no two are ever described alike. */
    Optional<UUID> described(OrganizationForm form) {
        try (var connection = database.getConnection()) {
            return rows(connection, List.of(form)).stream()
                    .map(Row::organization)
                    .filter(organization -> Same.as(organization).equals(Same.as(form)))
                    .map(Organization::id)
                    .findAny();
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    /** By what two descriptions are of the same organization. */
    private record Same(
            String folded,
            @Nullable String country,
            @Nullable OrganizationKind kind,
            @Nullable String zone,
            @Nullable String calendar) {

        static Same as(Organization one) {
            return new Same(fold(one.name()), one.country(), one.kind(), one.zone(), one.calendar());
        }

        static Same as(OrganizationForm one) {
            return new Same(fold(required(one.name())), one.country(), one.kind(), one.zone(), one.calendar());
        }
    }

    private static void add(Connection connection, List<OrganizationForm> forms) throws SQLException {
        // In one order for all, so that two registrations of the same organizations cannot lock each other out.
        var sorted = forms.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        try (var insert = connection.prepareStatement("""
                INSERT INTO organization (id, name, folded, kind, country, zone, calendar)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (folded, country, kind, zone, calendar) DO NOTHING
                """)) {
            for (var form : sorted) {
                insert.setObject(1, Ids.next());
                insert.setString(2, required(form.name()).strip());
                insert.setString(3, folded(form));
                insert.setString(4, Objects.requireNonNull(form.kind()).name());
                insert.setString(5, form.country());
                insert.setString(6, form.zone());
                insert.setString(7, form.calendar());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** One page by name; {@code afterName} and {@code afterId} are those of the row before it. */
    List<Organization> page(
            @Nullable String country,
            @Nullable String text,
            @Nullable String afterName,
            @Nullable UUID afterId,
            int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT " + COLUMNS + """
                           FROM organization
                          WHERE merged_into IS NULL AND (?::text IS NULL OR country = ?)
                            AND (?::text IS NULL OR id IN (
                                SELECT organization_id FROM organization_name
                                WHERE folded LIKE '%' || ? || '%'))
                            AND (?::text IS NULL OR (name, id) > (?, ?))
                          ORDER BY name, id LIMIT ?
                          """)) {
            var folded = text == null ? null : FoldedName.of(text);
            select.setString(1, country);
            select.setString(2, country);
            select.setString(3, folded);
            select.setString(4, folded);
            select.setString(5, afterName);
            select.setString(6, afterName);
            select.setObject(7, afterId);
            select.setInt(8, rows);
            return read(select).stream().map(Row::organization).toList();
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    private static List<Row> read(PreparedStatement select) throws SQLException {
        var organizations = new ArrayList<Row>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                organizations.add(organization(row));
            }
        }
        return organizations;
    }

    private static Row organization(ResultSet row) throws SQLException {
        var organization = new Organization(
                row.getObject("id", UUID.class),
                row.getString("name"),
                OrganizationKind.valueOf(row.getString("kind")),
                row.getString("country"),
                row.getString("zone"),
                row.getString("calendar"),
                null,
                List.of((String[]) row.getArray("other_names").getArray()),
                List.of());
        return new Row(organization, row.getObject("merged_into", UUID.class), succession(row));
    }

    private static @Nullable Succession succession(ResultSet row) throws SQLException {
        var kind = row.getString("succession");
        return kind == null
                ? null
                : new Succession(
                        SuccessionKind.valueOf(kind),
                        row.getObject("succeeded_by", UUID.class),
                        row.getObject("succeeded_on", LocalDate.class));
    }

    private static String folded(OrganizationForm form) {
        return fold(required(form.name()));
    }

    /** The name as it tells one organization from another: in capitals or not, wide or not, it is the same. */
    static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String required(@Nullable String name) {
        return Objects.requireNonNull(name, "checked by violations()");
    }
}
