package org.moutracker.workinggroups.deadline;

import jakarta.persistence.Embeddable;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;

/**
 * Where a deadline comes from, and which time it is of what recurs.
 *
 * @param source what asks for it, as {@link Commissioned#source}; null when a person entered it
 * @param occurrence 0 is the first
 * @param firstRule the rule of the first of what recurs; null when nothing does
 * @param alias how rules of the same agreement name it: see {@link References}
 */
@Embeddable
record Descent(
        @Nullable String source,
        int occurrence,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Recurrence recurrence,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Map<String, Object> firstRule,
        @Nullable String alias) {

    static Descent of(Commissioned by, int occurrence) {
        var isNamed = by.commitmentId() != null && occurrence == 0 && !by.kind().isWatch();
        return new Descent(
                by.source(),
                occurrence,
                by.recurrence(),
                by.recurrence() == null ? null : by.rule().toJson(),
                isNamed ? alias(by.agreementId(), by.origin().commitment()) : null);
    }

    private static @Nullable String alias(UUID agreement, @Nullable String commitment) {
        return commitment == null ? null : References.alias(agreement, commitment);
    }

    /** The rule of the first of what recurs. */
    Rule first(Rule otherwise) {
        return firstRule == null ? otherwise : Rule.parse(firstRule);
    }
}
