-- discussion

CREATE TABLE thread (
    id            UUID          PRIMARY KEY,
    project_id    UUID          NOT NULL REFERENCES project (id),
    document_id   UUID          NOT NULL REFERENCES document (id),
    -- what it is about: a key that only who made it can read, such as that of a disagreement; and the words it stands at
    subject       VARCHAR(300),
    start_offset  INTEGER,
    end_offset    INTEGER,
    -- whether somebody who supervises takes part; else it waits for any of them
    supervised    BOOLEAN       NOT NULL,
    begun_by      UUID          NOT NULL REFERENCES app_user (id),
    begun_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_by       UUID          NOT NULL REFERENCES app_user (id),
    last_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    resolved_by   UUID          REFERENCES app_user (id),
    resolved_at   TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX thread_document ON thread (document_id, begun_at);
CREATE INDEX thread_project ON thread (project_id, subject);

CREATE TABLE thread_member (
    thread_id  UUID  NOT NULL REFERENCES thread (id),
    user_id    UUID  NOT NULL REFERENCES app_user (id),
    PRIMARY KEY (thread_id, user_id)
);
CREATE INDEX thread_member_user ON thread_member (user_id);

CREATE TABLE thread_comment (
    id         UUID     PRIMARY KEY,
    thread_id  UUID     NOT NULL REFERENCES thread (id),
    author_id  UUID     NOT NULL REFERENCES app_user (id),
    text       TEXT     NOT NULL,
    written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX thread_comment_thread ON thread_comment (thread_id, written_at);
