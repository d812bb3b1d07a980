-- One file for H2 (MODE=PostgreSQL) and PostgreSQL. Closed sets are text with a check, so both run the same statements;
-- = ANY because H2 binds IN to the connection that made the table and fails every insert once that one is closed.

-- account

CREATE TABLE app_user (
    id             UUID PRIMARY KEY,
    name           VARCHAR(40)  NOT NULL UNIQUE,
    display_name   VARCHAR(100) NOT NULL,
    password_hash  VARCHAR(255) NOT NULL,
    admin          BOOLEAN      NOT NULL,
    disabled       BOOLEAN      NOT NULL,
    -- grows when all sessions of the user must end: password change, sign out everywhere
    session_epoch  INTEGER      NOT NULL,
    created_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE access_token (
    id          UUID PRIMARY KEY,
    user_id     UUID         NOT NULL REFERENCES app_user (id),
    name        VARCHAR(100) NOT NULL,
    token_hash  CHAR(64)     NOT NULL UNIQUE,
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX access_token_user ON access_token (user_id);

-- who failed to sign in how often; subject is 'account:<name>' or 'address:<ip>'
CREATE TABLE sign_in_failure (
    subject         VARCHAR(200) PRIMARY KEY,
    failures        INTEGER      NOT NULL,
    last_failed_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- project

CREATE TABLE project (
    id          UUID PRIMARY KEY,
    name        VARCHAR(100) NOT NULL,
    -- ProjectSettings as JSON
    settings    TEXT         NOT NULL,
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    deleted_at  TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE project_member (
    project_id  UUID        NOT NULL REFERENCES project (id),
    user_id     UUID        NOT NULL REFERENCES app_user (id),
    role        VARCHAR(20) NOT NULL CHECK (role = ANY (ARRAY['MANAGER', 'ADJUDICATOR', 'ANNOTATOR', 'VIEWER'])),
    PRIMARY KEY (project_id, user_id, role)
);
CREATE INDEX project_member_user ON project_member (user_id);

-- scheme

CREATE TABLE scheme_version (
    project_id  UUID     NOT NULL REFERENCES project (id),
    version     INTEGER  NOT NULL,
    -- the YAML as the project's managers wrote it
    source      TEXT     NOT NULL,
    created_by  UUID     NOT NULL REFERENCES app_user (id),
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (project_id, version)
);

-- document

CREATE TABLE source_file (
    id            UUID PRIMARY KEY,
    project_id    UUID          NOT NULL REFERENCES project (id),
    name          VARCHAR(255)  NOT NULL,
    sha256        CHAR(64)      NOT NULL,
    size_bytes    BIGINT        NOT NULL,
    media_type    VARCHAR(100)  NOT NULL,
    -- the extracted text that cuts refer to, and how it was made (JSON)
    text          TEXT          NOT NULL,
    provenance    TEXT          NOT NULL,
    -- of the extracted text: other bytes with the same words are recognised by it
    text_sha256   CHAR(64)      NOT NULL,
    -- proposed cuts (JSON) until they are frozen
    proposal      TEXT          NOT NULL,
    state         VARCHAR(20)   NOT NULL CHECK (state = ANY (ARRAY['PROPOSED', 'FROZEN'])),
    uploaded_by   UUID          NOT NULL REFERENCES app_user (id),
    uploaded_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (project_id, sha256)
);
CREATE INDEX source_file_text ON source_file (project_id, text_sha256);

CREATE TABLE document (
    id              UUID PRIMARY KEY,
    project_id      UUID          NOT NULL REFERENCES project (id),
    source_file_id  UUID          NOT NULL REFERENCES source_file (id),
    start_offset    INTEGER       NOT NULL,
    end_offset      INTEGER       NOT NULL,
    title           VARCHAR(200)  NOT NULL,
    language        VARCHAR(35),
    sha256          CHAR(64)      NOT NULL,
    code_points     INTEGER       NOT NULL,
    utf16           INTEGER       NOT NULL,
    text            TEXT          NOT NULL,
    -- Segment list as JSON
    segments        TEXT          NOT NULL,
    created_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    deleted_at      TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX document_project ON document (project_id, created_at, id);
CREATE INDEX document_sha256 ON document (project_id, sha256);
CREATE INDEX document_source_file ON document (source_file_id);

-- registry

CREATE TABLE entity (
    id          VARCHAR(128) PRIMARY KEY,
    project_id  UUID         NOT NULL REFERENCES project (id),
    type        VARCHAR(64)  NOT NULL,
    name        VARCHAR(200) NOT NULL,
    created_by  UUID         NOT NULL REFERENCES app_user (id),
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX entity_project ON entity (project_id, name, id);

CREATE TABLE entity_alias (
    entity_id  VARCHAR(128) NOT NULL REFERENCES entity (id),
    position   INTEGER      NOT NULL,
    form       VARCHAR(200) NOT NULL,
    PRIMARY KEY (entity_id, position)
);

-- annotation

CREATE TABLE annotation_set (
    id              UUID PRIMARY KEY,
    document_id     UUID        NOT NULL REFERENCES document (id),
    user_id         UUID        NOT NULL REFERENCES app_user (id),
    state           VARCHAR(20) NOT NULL CHECK (state = ANY (ARRAY['DRAFT', 'SUBMITTED', 'LOCKED'])),
    sequence        BIGINT      NOT NULL,
    scheme_version  INTEGER     NOT NULL,
    assigned_by     UUID        NOT NULL REFERENCES app_user (id),
    assigned_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    submitted_at    TIMESTAMP(6) WITH TIME ZONE,
    UNIQUE (document_id, user_id)
);
CREATE INDEX annotation_set_user ON annotation_set (user_id);

-- the present state; a deleted annotation stays as a row so that "what changed since" can name it
CREATE TABLE annotation (
    set_id    UUID         NOT NULL REFERENCES annotation_set (id),
    id        VARCHAR(128) NOT NULL,
    kind      VARCHAR(10)  NOT NULL CHECK (kind = ANY (ARRAY['MENTION', 'CLAIM', 'RELATION'])),
    -- the annotation as JSON; its last value if deleted
    body      TEXT         NOT NULL,
    sequence  BIGINT       NOT NULL,
    deleted   BOOLEAN      NOT NULL,
    PRIMARY KEY (set_id, id)
);
CREATE INDEX annotation_changed ON annotation (set_id, sequence);

-- the append-only log: history, undo, audit and time per decision come from it
CREATE TABLE edit (
    set_id         UUID         NOT NULL REFERENCES annotation_set (id),
    sequence       BIGINT       NOT NULL,
    id             VARCHAR(128) NOT NULL,
    operation      VARCHAR(10)  NOT NULL CHECK (operation = ANY (ARRAY['PUT', 'DELETE'])),
    kind           VARCHAR(10)  NOT NULL CHECK (kind = ANY (ARRAY['MENTION', 'CLAIM', 'RELATION'])),
    annotation_id  VARCHAR(128) NOT NULL,
    -- the annotation as JSON before and after; absent where it did not exist
    before_body    TEXT,
    after_body     TEXT,
    -- set on a compensating edit: the sequence it takes back, and whether that is an undo or a redo
    reverts        BIGINT,
    reason         VARCHAR(10)  NOT NULL CHECK (reason = ANY (ARRAY['EDIT', 'UNDO', 'REDO'])),
    -- sequence of the first edit of the same command: a deletion that cascades is several edits, undone as one;
    -- "reverts" names a command
    command        BIGINT       NOT NULL,
    at             TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (set_id, sequence),
    UNIQUE (set_id, id)
);
CREATE INDEX edit_command ON edit (set_id, command);
CREATE INDEX edit_reverts ON edit (set_id, reverts);

-- adjudication

CREATE TABLE decision (
    id               UUID PRIMARY KEY,
    project_id       UUID          NOT NULL REFERENCES project (id),
    document_id      UUID          NOT NULL REFERENCES document (id),
    disagreement_id  VARCHAR(128)  NOT NULL,
    -- the disagreement's id again while the decision stands, so that there is at most one for each
    standing         VARCHAR(128)  UNIQUE,
    -- shared by decisions taken in one go
    batch_id         UUID          NOT NULL,
    layer            VARCHAR(64)   NOT NULL,
    cause            VARCHAR(40)   NOT NULL,
    outcome          VARCHAR(10)   NOT NULL CHECK (outcome = ANY (ARRAY['VERSION', 'OWN', 'NONE'])),
    -- the annotations that were settled, by annotator, and what was chosen (JSON) of whom
    members          TEXT          NOT NULL,
    chosen           TEXT,
    annotator        VARCHAR(40),
    reason           VARCHAR(200),
    note             TEXT,
    decided_by       UUID          NOT NULL REFERENCES app_user (id),
    decided_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    withdrawn_by     UUID REFERENCES app_user (id),
    withdrawn_at     TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX decision_document ON decision (document_id);
CREATE INDEX decision_project ON decision (project_id, disagreement_id);

-- exchange

-- the number that stands for a person in a project's anonymous exports, the same in every one
CREATE TABLE pseudonym (
    project_id  UUID     NOT NULL REFERENCES project (id),
    user_id     UUID     NOT NULL REFERENCES app_user (id),
    number      INTEGER  NOT NULL,
    PRIMARY KEY (project_id, user_id),
    UNIQUE (project_id, number)
);
