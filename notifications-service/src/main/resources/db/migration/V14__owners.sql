-- By which somebody who logs in is found, however the address is written.
CREATE INDEX recipient_by_mailbox ON recipient (lower(btrim(email))) WHERE email IS NOT NULL;
