-- adjudication: rules that decide, what is sent back, and under what a project is ready

CREATE TABLE merge_run (
    id          UUID PRIMARY KEY,
    project_id  UUID         NOT NULL REFERENCES project (id),
    -- MergeRule as JSON
    rule        TEXT         NOT NULL,
    state       VARCHAR(20)  NOT NULL CHECK (state = ANY (ARRAY['RUNNING', 'DONE', 'UNDONE'])),
    -- documents to go through, those gone through, decisions made so far
    documents   INTEGER      NOT NULL,
    done        INTEGER      NOT NULL,
    decided     INTEGER      NOT NULL,
    begun_by    UUID         NOT NULL REFERENCES app_user (id),
    begun_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at    TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX merge_run_project ON merge_run (project_id, begun_at);

-- set on what a rule decided: the run, the rule's name, how sure it was, and whether a person is to look at it again
ALTER TABLE decision ADD COLUMN merge_id UUID REFERENCES merge_run (id);
ALTER TABLE decision ADD COLUMN rule VARCHAR(20);
ALTER TABLE decision ADD COLUMN posterior DOUBLE PRECISION;
ALTER TABLE decision ADD COLUMN audit BOOLEAN DEFAULT FALSE NOT NULL;
-- the guidelines in force; absent while there were none
ALTER TABLE decision ADD COLUMN guideline_version INTEGER;
-- how long it was on the screen; absent if nobody measured
ALTER TABLE decision ADD COLUMN milliseconds INTEGER;
CREATE INDEX decision_merge ON decision (merge_id);
CREATE INDEX decision_latest ON decision (project_id, decided_at);

-- a disagreement given back to the annotators concerned
CREATE TABLE question (
    id               UUID PRIMARY KEY,
    project_id       UUID          NOT NULL REFERENCES project (id),
    document_id      UUID          NOT NULL REFERENCES document (id),
    disagreement_id  VARCHAR(128)  NOT NULL,
    -- the disagreement's id again while the question stands, so that there is at most one for each
    standing         VARCHAR(128)  UNIQUE,
    text             TEXT          NOT NULL,
    asked_by         UUID          NOT NULL REFERENCES app_user (id),
    asked_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX question_document ON question (document_id);
CREATE INDEX question_project ON question (project_id);

-- one row for each annotator asked
CREATE TABLE question_answer (
    question_id  UUID         NOT NULL REFERENCES question (id),
    user_id      UUID         NOT NULL REFERENCES app_user (id),
    -- KEEP the own version, CHANGE to that of the named annotator, NONE of them; absent until answered
    choice       VARCHAR(10)  CHECK (choice = ANY (ARRAY['KEEP', 'CHANGE', 'NONE'])),
    annotator    VARCHAR(40),
    reason       TEXT,
    answered_at  TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (question_id, user_id)
);
CREATE INDEX question_answer_user ON question_answer (user_id);

-- how a project settles and when it is ready, as JSON; a project without a row follows the defaults
CREATE TABLE adjudication_rules (
    project_id  UUID PRIMARY KEY REFERENCES project (id),
    rules       TEXT NOT NULL
);
