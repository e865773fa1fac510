package org.moutracker.agreements.commitment;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.life.LegalEventType;

/** What was promised, as it was agreed: the part of a commitment that only amendments change. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Filled from the database, or by the constructor of a commitment.
public abstract class Promise {

    @Id
    UUID id;

    @NotInHistory
    UUID agreementId;

    String code;
    String title;

    @Enumerated(EnumType.STRING)
    CommitmentKind kind;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @Nullable
    String clause;

    @Enumerated(EnumType.STRING)
    CommitmentMode mode;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> obligors;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> beneficiaries;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Body body;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Map<String, Object> rule;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Recurrence recurrence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<LegalEventType> unless;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> areas;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Target target;

    BigDecimal weight;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> dependsOn;

    /** A period, as it is written. */
    @Nullable
    String confirmationBySilence;

    final void describe(CommitmentForm form) {
        this.title = form.title();
        this.kind = form.kind();
        this.basis = form.basis();
        this.clause = form.clause();
        this.mode = form.mode();
        this.obligors = form.obligors();
        this.beneficiaries = form.beneficiaries();
        this.body = form.body();
        this.rule = form.rule();
        this.recurrence = form.recurrence();
        this.unless = form.unless();
        this.areas = form.areas();
        this.target = form.target();
        this.weight = form.weight();
        this.dependsOn = form.dependsOn();
        var silence = form.confirmationBySilence();
        this.confirmationBySilence = silence == null ? null : silence.toString();
    }

    @Nullable
    Period silence() {
        return confirmationBySilence == null ? null : Period.parse(confirmationBySilence);
    }

    public CommitmentForm form() {
        return new CommitmentForm(
                code,
                title,
                kind,
                basis,
                clause,
                mode,
                obligors,
                beneficiaries,
                body,
                rule,
                recurrence,
                unless,
                areas,
                target,
                weight,
                dependsOn,
                silence());
    }

    /** The sides that have a say in it: all, or those who owe it and are owed it, by the sides of all parties. */
    public Set<String> concerned(Map<String, String> sides) {
        var all = new TreeSet<>(sides.values());
        if (mode == CommitmentMode.JOINT) {
            return all;
        }
        var concerned = new TreeSet<String>();
        for (var codes : List.of(obligors, beneficiaries)) {
            codes.stream().filter(sides::containsKey).forEach(party -> concerned.add(sides.get(party)));
        }
        // What is owed within one side is for all to see to.
        return concerned.size() < 2 ? all : concerned;
    }
}
