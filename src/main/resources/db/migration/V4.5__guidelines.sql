-- project: what annotators are told, version by version

CREATE TABLE guideline (
    project_id  UUID     NOT NULL REFERENCES project (id),
    version     INTEGER  NOT NULL,
    -- Markdown as it was written
    text        TEXT     NOT NULL,
    -- what is new in it, in one sentence
    news        VARCHAR(200),
    written_by  UUID     NOT NULL REFERENCES app_user (id),
    written_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (project_id, version)
);

-- annotation: the version that was in force when the set was handed in; absent while it is a draft or there was none
ALTER TABLE annotation_set ADD COLUMN guideline_version INTEGER;
