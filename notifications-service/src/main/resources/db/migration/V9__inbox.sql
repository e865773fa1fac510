-- The alert is the in-app message itself: what has fired is in the inbox, in the same transaction. Numbers are drawn in
-- order and can become visible out of order, which whoever reads them as a stream allows for.
ALTER TABLE alert ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE alert ADD COLUMN read_at timestamptz;
CREATE UNIQUE INDEX alert_number ON alert (number) INCLUDE (recipient_id);
CREATE INDEX alert_inbox ON alert (recipient_id, number DESC);
CREATE INDEX alert_unread ON alert (recipient_id, number DESC) WHERE read_at IS NULL;
