-- document: which text of an article holds, counted from 1, and the texts it had before
ALTER TABLE document ADD COLUMN revision INTEGER DEFAULT 1 NOT NULL;

CREATE TABLE document_revision (
    document_id  UUID          NOT NULL REFERENCES document (id),
    revision     INTEGER       NOT NULL,
    sha256       CHAR(64)      NOT NULL,
    code_points  INTEGER       NOT NULL,
    utf16        INTEGER       NOT NULL,
    text         TEXT          NOT NULL,
    -- Segment list as JSON
    segments     TEXT          NOT NULL,
    -- why another took its place, by whom and when
    reason       VARCHAR(500)  NOT NULL,
    replaced_by  UUID          NOT NULL REFERENCES app_user (id),
    replaced_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (document_id, revision)
);

-- annotation: how far a set had come when its document left a revision, and how far it was once its marks were carried over
CREATE TABLE set_carry (
    set_id            UUID     NOT NULL REFERENCES annotation_set (id),
    revision          INTEGER  NOT NULL,
    last_sequence     BIGINT   NOT NULL,
    carried_sequence  BIGINT   NOT NULL,
    PRIMARY KEY (set_id, revision)
);

-- annotations that could not be carried over for sure; they wait here, outside of the set, for their annotator
CREATE TABLE waiting_annotation (
    set_id         UUID          NOT NULL REFERENCES annotation_set (id),
    annotation_id  VARCHAR(128)  NOT NULL,
    kind           VARCHAR(10)   NOT NULL CHECK (kind = ANY (ARRAY['MENTION', 'CLAIM', 'RELATION'])),
    -- the revision it was made in, and the annotation there as JSON
    revision       INTEGER       NOT NULL,
    before_body    TEXT          NOT NULL,
    -- the annotation where it may belong now; absent if nothing comes near
    after_body     TEXT,
    -- whether its own words are in doubt; else it waits for others that it names
    doubtful       BOOLEAN       NOT NULL,
    PRIMARY KEY (set_id, annotation_id)
);
