-- what a file says of itself (Imprint as JSON)
ALTER TABLE source_file ADD COLUMN imprint TEXT DEFAULT '{}' NOT NULL;

-- files on their way in, so that an import survives a reload, a restart and a kill
CREATE TABLE import_job (
    id               UUID PRIMARY KEY,
    project_id       UUID     NOT NULL REFERENCES project (id),
    accept_proposal  BOOLEAN  NOT NULL,
    started_by       UUID     NOT NULL REFERENCES app_user (id),
    started_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    cancelled_at     TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX import_job_project ON import_job (project_id, started_at);

CREATE TABLE import_item (
    job_id          UUID         NOT NULL REFERENCES import_job (id),
    -- which of the files sent; entry 0 is that file, others are what an archive held
    position        INTEGER      NOT NULL,
    entry           INTEGER      NOT NULL,
    name            VARCHAR(255) NOT NULL,
    state           VARCHAR(20)  NOT NULL CHECK (state = ANY (ARRAY['WAITING', 'UNPACKED', 'ACCEPTED', 'PROPOSED',
                                                                    'DUPLICATE', 'REJECTED', 'CANCELLED'])),
    -- the name of its bytes among those that wait; absent once they are kept elsewhere or gone
    staged          VARCHAR(40),
    sha256          CHAR(64),
    size_bytes      BIGINT       NOT NULL,
    -- what somebody chose to read it as
    charset         VARCHAR(40),
    -- how often reading it was begun; a file that takes the service down is not begun for ever
    attempts        INTEGER      NOT NULL,
    reason          VARCHAR(2000),
    -- what it could be read as, the likeliest first, parted by commas
    charsets        VARCHAR(1000) NOT NULL,
    media_type      VARCHAR(100),
    source_file_id  UUID REFERENCES source_file (id),
    -- ids of the documents that came of it, as JSON
    documents       TEXT         NOT NULL,
    PRIMARY KEY (job_id, position, entry)
);
CREATE INDEX import_item_state ON import_item (state, job_id);
