package org.moutracker.agreements.organization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.StorageFailed;

/** The organizations, in sets: all of a request, all of a page, in one statement. */
@ApplicationScoped
public class Organizations {

    private static final String COLUMNS = "id, name, kind, country, zone, calendar";

    private final AgroalDataSource database;

    Organizations(AgroalDataSource database) {
        this.database = database;
    }

    /** The known ones among these ids. */
    public Map<UUID, Organization> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT " + COLUMNS + " FROM organization WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return read(select).stream().collect(toMap(Organization::id, organization -> organization));
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    /** Finds or adds what is described, in the order asked; empty where an id is not known. */
    public List<Optional<Organization>> resolve(List<OrganizationForm> forms) {
        var known = find(forms.stream()
                .map(OrganizationForm::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var described = describe(forms);
        return forms.stream()
                .map(form -> form.id() == null
                        ? Optional.of(Objects.requireNonNull(described.get(form)))
                        : Optional.ofNullable(known.get(form.id())))
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
                            : Optional.ofNullable(known.get(form.id())))
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
                form.calendar());
    }

    private Map<OrganizationForm, Organization> describe(List<OrganizationForm> forms) {
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
                known.putAll(named(connection, unknown));
            }
            return known;
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep organizations", e);
        }
    }

    private static Map<OrganizationForm, Organization> named(Connection connection, List<OrganizationForm> forms)
            throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM organization WHERE folded = ANY (?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", forms.stream().map(Organizations::folded).toArray()));
            var organizations = new HashMap<Same, Organization>();
            read(select).forEach(organization -> organizations.putIfAbsent(Same.as(organization), organization));
            var named = new LinkedHashMap<OrganizationForm, Organization>();
            for (var form : forms) {
                Optional.ofNullable(organizations.get(Same.as(form))).ifPresent(known -> named.put(form, known));
            }
            return named;
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
    List<Organization> page(@Nullable String country, @Nullable String afterName, @Nullable UUID afterId, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT " + COLUMNS + """
                           FROM organization
                          WHERE (?::text IS NULL OR country = ?) AND (?::text IS NULL OR (name, id) > (?, ?))
                          ORDER BY name, id LIMIT ?
                          """)) {
            select.setString(1, country);
            select.setString(2, country);
            select.setString(3, afterName);
            select.setString(4, afterName);
            select.setObject(5, afterId);
            select.setInt(6, rows);
            return read(select);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read organizations", e);
        }
    }

    private static List<Organization> read(PreparedStatement select) throws SQLException {
        var organizations = new ArrayList<Organization>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                organizations.add(organization(row));
            }
        }
        return organizations;
    }

    private static Organization organization(ResultSet row) throws SQLException {
        return new Organization(
                row.getObject("id", UUID.class),
                row.getString("name"),
                OrganizationKind.valueOf(row.getString("kind")),
                row.getString("country"),
                row.getString("zone"),
                row.getString("calendar"));
    }

    private static String folded(OrganizationForm form) {
        return fold(required(form.name()));
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String required(@Nullable String name) {
        return Objects.requireNonNull(name, "checked by violations()");
    }
}
