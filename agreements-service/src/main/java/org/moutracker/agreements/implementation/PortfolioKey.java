package org.moutracker.agreements.implementation;

/** What agreements are put together by. */
enum PortfolioKey {
    COUNTRY,
    AREA,
    INITIATIVE,
    STATUS,
    TYPE,
    OFFICER;

    /** What gives every agreement its keys; one may have several, and stands under each. */
    String sql() {
        return switch (this) {
            case COUNTRY -> tag("country:");
            case AREA -> tag("area:");
            case INITIATIVE -> tag("initiative:");
            case TYPE -> tag("type:");
            case STATUS -> "SELECT agreement.status AS key";
            case OFFICER ->
                "SELECT DISTINCT subject AS key FROM assignment WHERE agreement_id = agreement.id AND role <> 'FOLLOWER' AND since <= ?::date"
                        + " AND (until IS NULL OR until >= ?::date)";
        };
    }

    private static String tag(String prefix) {
        return "SELECT substr(tag, %d) AS key FROM unnest(agreement.tags) AS tag WHERE starts_with(tag, '%s')"
                .formatted(prefix.length() + 1, prefix);
    }
}
