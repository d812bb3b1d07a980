-- exports and imports that go on by themselves; their files lie beside the uploads, under the id
CREATE TABLE exchange_job (
    id          UUID PRIMARY KEY,
    project_id  UUID         NOT NULL REFERENCES project (id),
    kind        VARCHAR(10)  NOT NULL CHECK (kind = ANY (ARRAY['EXPORT', 'IMPORT'])),
    format      VARCHAR(40)  NOT NULL,
    -- what was asked for: the query of an export, ImportOptions as JSON
    options     TEXT         NOT NULL,
    -- as those who sent or take it call it; an export's is known when it is written
    file_name   VARCHAR(400) NOT NULL,
    state       VARCHAR(20)  NOT NULL CHECK (state = ANY (ARRAY['RUNNING', 'DONE', 'CANCELLED', 'FAILED'])),
    -- to be read, and read
    documents   INTEGER      NOT NULL,
    done        INTEGER      NOT NULL,
    -- why it failed; the report of an import
    message     TEXT,
    report      TEXT,
    -- how often a process began it, and when one was last at it: work nobody is at is begun anew
    attempt     INTEGER      NOT NULL,
    seen_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    begun_by    UUID         NOT NULL REFERENCES app_user (id),
    begun_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at    TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX exchange_job_project ON exchange_job (project_id, begun_at);
CREATE INDEX exchange_job_state ON exchange_job (state, seen_at);
