package org.moutracker.agreements.organization;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;

/** An organization with what becomes of it: renamed, moved, found to be a duplicate, succeeded. It never goes away. */
@Entity
@Table(name = "organization")
@DynamicUpdate
@CheckReturnValue
class KnownOrganization {

    @Id
    UUID id;

    @Version
    long version = 1;

    String name;
    String folded;

    @JdbcTypeCode(SqlTypes.JSON)
    List<NameVariant> variants = List.of();

    /** What it was called before, and the names of its duplicates: it is still looked for by them. */
    String[] formerNames;

    @Enumerated(EnumType.STRING)
    OrganizationKind kind;

    String country;
    String zone;

    @Nullable
    String calendar;

    @Nullable
    UUID mergedInto;

    @Enumerated(EnumType.STRING)
    @Nullable
    SuccessionKind succession;

    @Nullable
    UUID succeededBy;

    @Nullable
    LocalDate succeededOn;

    protected KnownOrganization() {}

    /** Takes over what is right. A name that it has had stays known. */
    void change(OrganizationChange change) {
        requireItself();
        var before = name;
        name = change.name();
        formerNames = with(List.of(before));
        folded = Organizations.fold(name);
        variants = change.variants();
        zone = change.zone();
        calendar = change.calendar();
    }

    /** Says that it is another, which was known before. */
    void mergeInto(KnownOrganization other, Lineage lineage) {
        requireItself();
        other.requireItself();
        lineage.requireMergeable(id, other.id);
        if (succession != null) {
            throw new RuleViolated(
                    "it was succeeded on %s: take that back first, or merge its successor".formatted(succeededOn));
        }
        mergedInto = other.id;
        other.formerNames = other.with(names().toList());
    }

    /** Says that it is not that other after all. */
    void separateFrom(KnownOrganization other) {
        if (!other.id.equals(mergedInto)) {
            throw new RuleViolated("it is not merged into another organization");
        }
        mergedInto = null;
        var own = names().toList();
        other.formerNames = Arrays.stream(other.formerNames)
                .filter(former -> !own.contains(former))
                .toArray(String[]::new);
    }

    void succeed(Succession next, Lineage lineage) {
        requireItself();
        if (succession != null) {
            throw new RuleViolated("it was succeeded on %s already".formatted(succeededOn));
        }
        lineage.requireSuccession(id, next);
        succession = next.kind();
        succeededBy = next.by();
        succeededOn = next.on();
    }

    void takeSuccessionBack() {
        if (succession == null) {
            throw new RuleViolated("it was not succeeded");
        }
        succession = null;
        succeededBy = null;
        succeededOn = null;
    }

    /** Refuses to work on a duplicate, whose place another has taken. */
    void requireItself() {
        if (mergedInto != null) {
            throw new RuleViolated("organization %s is merged into %s".formatted(id, mergedInto));
        }
    }

    /** Everything that it is or was called. */
    Stream<String> names() {
        return Stream.of(Stream.of(name), variants.stream().map(NameVariant::name), Arrays.stream(formerNames))
                .flatMap(names -> names)
                .distinct();
    }

    private String[] with(List<String> more) {
        var all = new LinkedHashSet<>(List.of(formerNames));
        all.addAll(more);
        all.remove(name);
        return all.toArray(String[]::new);
    }

    @Nullable
    Succession succession() {
        return succession == null || succeededBy == null || succeededOn == null
                ? null
                : new Succession(succession, succeededBy, succeededOn);
    }

    OrganizationState state() {
        return new OrganizationState(
                id, name, variants, kind, country, zone, calendar, mergedInto, succession(), version);
    }
}
