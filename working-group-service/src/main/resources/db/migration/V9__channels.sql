-- By which channels somebody wants to be told; always IN_APP, which costs nobody anything.
ALTER TABLE person
    ADD COLUMN channels text[] NOT NULL DEFAULT '{MAIL,IN_APP}' CHECK ('IN_APP' = ANY (channels));
