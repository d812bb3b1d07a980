-- exchange

-- the part of the data a document belongs to; a row never changes, so that no test text ever gets into training
CREATE TABLE document_split (
    document_id  UUID        PRIMARY KEY REFERENCES document (id),
    project_id   UUID        NOT NULL REFERENCES project (id),
    -- smallest document id of its near-duplicates when it was placed
    group_id     VARCHAR(36) NOT NULL,
    part         VARCHAR(10) NOT NULL CHECK (part = ANY (ARRAY['TRAIN', 'DEV', 'TEST'])),
    -- parts its near-duplicates were in when it came, blank between them
    joins        VARCHAR(20) NOT NULL,
    assigned_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX document_split_project ON document_split (project_id);

-- what was taken away, by whom, and the hash by which a file is recognised later
CREATE TABLE export_run (
    id           UUID          PRIMARY KEY,
    project_id   UUID          NOT NULL REFERENCES project (id),
    user_id      UUID          NOT NULL REFERENCES app_user (id),
    format       VARCHAR(40)   NOT NULL,
    file_name    VARCHAR(255)  NOT NULL,
    -- as in the query of the HTTP call
    options      VARCHAR(500)  NOT NULL,
    bytes        BIGINT        NOT NULL,
    sha256       CHAR(64)      NOT NULL,
    losses       INTEGER       NOT NULL,
    exported_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX export_run_project ON export_run (project_id, exported_at);
