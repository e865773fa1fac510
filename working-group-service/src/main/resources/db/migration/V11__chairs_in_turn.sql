-- Sides that lead a group in turn: since when by which order, and whose turn it is.
ALTER TABLE working_group
    ADD COLUMN rotations jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN chair     jsonb;
-- Groups that have agreed on it so far begin on the day of their constitution, with the sides in the order of the parties.
-- Whose turn it is by now is told once, as soon as time is looked at.
UPDATE working_group SET
    due_at = 'epoch',
    rotations = jsonb_build_array(jsonb_build_object(
        'since', established_on,
        'period', terms #>> '{chairing,period}',
        'sides', (
            SELECT jsonb_agg(side ORDER BY place) FROM (
                SELECT party ->> 'side' AS side, min(place) AS place
                FROM jsonb_array_elements(parties) WITH ORDINALITY AS listed (party, place) GROUP BY 1) AS one)))
WHERE terms #>> '{chairing,kind}' = 'ROTATING' AND established_on IS NOT NULL
  AND status NOT IN ('CONCLUDED', 'ABANDONED');
