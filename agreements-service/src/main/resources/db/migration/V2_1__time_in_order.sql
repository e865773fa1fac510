-- A claim of what is due goes on from the last row, and very many agreements end at the same midnight.
DROP INDEX agreement_by_next_transition;
CREATE INDEX agreement_by_next_transition ON agreement (next_transition_at, id) WHERE next_transition_at IS NOT NULL;
