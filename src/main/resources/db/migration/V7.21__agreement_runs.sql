-- reports on large projects, worked out beside the requests; the report itself is made anew from what documents add
CREATE TABLE agreement_run (
    id          UUID PRIMARY KEY,
    project_id  UUID         NOT NULL REFERENCES project (id),
    -- AgreementService.Scope as JSON
    scope       TEXT         NOT NULL,
    state       VARCHAR(20)  NOT NULL CHECK (state = ANY (ARRAY['RUNNING', 'DONE', 'CANCELLED', 'FAILED'])),
    -- to be compared, and compared
    documents   INTEGER      NOT NULL,
    done        INTEGER      NOT NULL,
    begun_by    UUID         NOT NULL REFERENCES app_user (id),
    begun_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at    TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX agreement_run_project ON agreement_run (project_id, state);

-- what a document adds to γ, as thirty random texts and more take too long to be lost with a process
CREATE TABLE gamma_sample (
    document_id UUID         NOT NULL REFERENCES document (id),
    -- a hash of those looked at, if not everybody
    annotators  VARCHAR(64)  NOT NULL,
    -- a hash of the revisions it was worked out from; with others it is worked out anew
    revision    VARCHAR(64)  NOT NULL,
    samples     TEXT         NOT NULL,
    PRIMARY KEY (document_id, annotators)
);
