-- What lists are filtered, searched and sorted by. The service makes all of it, so that what is stored and what is looked
-- for are folded by the same code; see Listing.
ALTER TABLE agreement
    -- Whatever is looked for as a whole, each with what it is: party:PK, country:PK, area:ophthalmology. One index over all
    -- finds those that have several of them, which an index for each would not.
    ADD tags          text[]   NOT NULL DEFAULT '{}',
    ADD words         tsvector NOT NULL DEFAULT '',
    -- The last day that it can be; the first is what lists sort by.
    ADD signed_last   date     NOT NULL DEFAULT '0001-01-01',
    ADD in_force_sort date     NOT NULL DEFAULT '0001-01-01',
    ADD in_force_last date     NOT NULL DEFAULT '0001-01-01',
    DROP search;
DROP INDEX agreement_by_party, agreement_by_area, agreement_by_status;

-- Small pending lists: every search reads them to the end.
CREATE INDEX agreement_by_tag ON agreement USING gin (tags) WITH (gin_pending_list_limit = 1024);
CREATE INDEX agreement_by_word ON agreement USING gin (words) WITH (gin_pending_list_limit = 1024);
CREATE INDEX agreement_by_registration ON agreement (registered_at, id);
CREATE INDEX agreement_by_change ON agreement (changed_at, id);
CREATE INDEX agreement_by_entry_into_force ON agreement (in_force_sort, id);
CREATE INDEX agreement_by_status ON agreement (status, registered_at, id);
-- Where a range of days begins for those that are known in part only, and may lie in it although they sort before it.
CREATE INDEX agreement_signed_in_part ON agreement (signed_sort, signed_last) WHERE signed_last > signed_sort;
CREATE INDEX agreement_in_force_in_part ON agreement (in_force_sort, in_force_last) WHERE in_force_last > in_force_sort;
-- Within the row: a frequent word is come across by looking into row after row, each of which would be one read more.
ALTER TABLE agreement ALTER words SET STORAGE MAIN, ALTER tags SET STORAGE MAIN;
-- How often a word or a tag occurs decides how a list is read: more of them must be known than of other columns.
ALTER TABLE agreement ALTER words SET STATISTICS 1000, ALTER tags SET STATISTICS 1000;

-- Agreements of which the above is to be made anew: because they are older than it, or one of their organizations changed.
CREATE TABLE agreement_to_list (agreement_id uuid PRIMARY KEY);
INSERT INTO agreement_to_list SELECT id FROM agreement;
