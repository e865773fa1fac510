-- The documents of an agreement. What one says of itself is entered once; it can be replaced and voided, and nothing else.
CREATE TABLE document (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    agreement_id    uuid        NOT NULL REFERENCES agreement ON DELETE CASCADE,
    role            text        NOT NULL,
    language        text        NOT NULL,
    title           text        NOT NULL,
    authentic       boolean     NOT NULL,
    prevailing      boolean     NOT NULL,
    confidentiality text        NOT NULL,
    side            text,
    readers         varchar[]   NOT NULL, -- whose people may read it unless it is public
    sha256          text,                 -- as announced, until the content is there
    media_type      text,
    size            bigint,
    file_name       text,
    uri             text,
    replaces        uuid REFERENCES document,
    replaced_by     uuid REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    recorded_at     timestamptz NOT NULL,
    recorded_by     text        NOT NULL,
    voided_at       timestamptz,
    voided_by       text,
    void_reason     text
);
CREATE INDEX document_by_agreement ON document (agreement_id, id);
CREATE UNIQUE INDEX document_prevailing ON document (agreement_id)
    WHERE prevailing AND voided_at IS NULL AND replaced_by IS NULL;
REVOKE UPDATE, DELETE ON document FROM ${service_role};
GRANT UPDATE (version, replaced_by, voided_at, voided_by, void_reason) ON document TO ${service_role};

-- The bytes lie in a large object. Once there, they stay as they are.
CREATE TABLE document_content (
    document_id uuid PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    place       oid         NOT NULL CONSTRAINT document_content_place UNIQUE,
    sha256      text        NOT NULL,
    size        bigint      NOT NULL,
    media_type  text        NOT NULL,
    stored_at   timestamptz NOT NULL,
    stored_by   text        NOT NULL
);
REVOKE UPDATE, DELETE ON document_content FROM ${service_role};

-- The owner of the schema owns the large objects too: what a foreign key deletes is deleted as the owner, and the service
-- cannot write into what is kept. It uses them by these functions alone.
CREATE FUNCTION new_document_place() RETURNS oid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN lo_create(0);
END
$$;
CREATE FUNCTION require_loose(wanted oid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM document_content WHERE document_content.place = wanted) THEN
        RAISE EXCEPTION 'what is kept does not change';
    END IF;
END
$$;
CREATE FUNCTION write_document(place oid, at bigint, bytes bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM require_loose(place);
    PERFORM lo_put(place, at, bytes);
END
$$;
CREATE FUNCTION read_document(place oid, at bigint, most integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN lo_get(place, at, most);
END
$$;
CREATE FUNCTION forget_document(place oid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM require_loose(place);
    PERFORM lo_unlink(place);
END
$$;
REVOKE EXECUTE ON FUNCTION new_document_place(), require_loose(oid), write_document(oid, bigint, bytea),
    read_document(oid, bigint, integer), forget_document(oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION new_document_place(), write_document(oid, bigint, bytea),
    read_document(oid, bigint, integer), forget_document(oid) TO ${service_role};

-- With a draft its documents go; no large object must be left that nobody knows of.
CREATE FUNCTION remove_document_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lo_unlink(OLD.place);
    RETURN NULL;
END
$$;
CREATE TRIGGER document_content_removed AFTER DELETE ON document_content
    FOR EACH ROW EXECUTE FUNCTION remove_document_content();

CREATE TABLE document_change (
    id          uuid PRIMARY KEY,
    document_id uuid        NOT NULL,
    what        text        NOT NULL,
    reason      text,
    happened_at timestamptz NOT NULL,
    done_by     text        NOT NULL
);
CREATE INDEX document_change_by_document ON document_change (document_id, id);
REVOKE UPDATE, DELETE ON document_change FROM ${service_role};

-- Notes verbales and letters. A wrong entry is voided; nothing else of it ever changes.
CREATE TABLE correspondence (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    agreement_id uuid        NOT NULL REFERENCES agreement ON DELETE CASCADE,
    kind         text        NOT NULL,
    number       text        NOT NULL,
    dated        text,
    -- The first and the last day that it can be, for filters; an unknown day sorts before all others.
    first_day    date        NOT NULL,
    last_day     date        NOT NULL,
    direction    text        NOT NULL,
    from_party   text        NOT NULL,
    to_party     text        NOT NULL,
    about        varchar[]   NOT NULL,
    summary      text        NOT NULL,
    document_id  uuid REFERENCES document,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text        NOT NULL,
    voided_at    timestamptz,
    voided_by    text,
    void_reason  text
);
CREATE INDEX correspondence_by_agreement ON correspondence (agreement_id, first_day, id);
CREATE UNIQUE INDEX correspondence_once ON correspondence (agreement_id, from_party, number, first_day)
    WHERE voided_at IS NULL;
REVOKE UPDATE, DELETE ON correspondence FROM ${service_role};
GRANT UPDATE (version, voided_at, voided_by, void_reason) ON correspondence TO ${service_role};
