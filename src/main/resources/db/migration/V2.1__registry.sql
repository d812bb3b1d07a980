-- registry: what is known about an entity, how it is found by name, and what was merged and split

-- what annotators register is provisional until a manager promotes it, and local to a document if it names one
ALTER TABLE entity ADD COLUMN provisional BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE entity ADD COLUMN document_id UUID REFERENCES document (id);
-- a merged entity stays as a redirect: merged_into is the next one on the way, canonical_id the last (its own id if not merged)
ALTER TABLE entity ADD COLUMN merged_into VARCHAR(128) REFERENCES entity (id);
ALTER TABLE entity ADD COLUMN canonical_id VARCHAR(128);
-- lists as JSON
ALTER TABLE entity ADD COLUMN external_ids TEXT DEFAULT '[]' NOT NULL;
ALTER TABLE entity ADD COLUMN facts TEXT DEFAULT '[]' NOT NULL;
UPDATE entity SET canonical_id = id;
ALTER TABLE entity ALTER COLUMN canonical_id SET NOT NULL;
CREATE INDEX entity_canonical ON entity (canonical_id);

ALTER TABLE entity_alias ADD COLUMN language VARCHAR(35);
ALTER TABLE entity_alias ADD COLUMN kind VARCHAR(20) DEFAULT 'OWN_NAME' NOT NULL
    CHECK (kind = ANY (ARRAY['OWN_NAME', 'NICKNAME', 'MISSPELLING']));

-- what names are looked up by (NameKeys): folded name, words, initials, stretches. Bytes, because a prefix is a range of
-- bytes everywhere, while the order of text is the database's locale. Merged entities have none.
CREATE TABLE entity_key (
    project_id  UUID           NOT NULL REFERENCES project (id),
    term        BYTEA          NOT NULL,
    entity_id   VARCHAR(128)   NOT NULL REFERENCES entity (id),
    PRIMARY KEY (project_id, term, entity_id)
);
CREATE INDEX entity_key_entity ON entity_key (entity_id);

-- who merged, split or promoted what, and who took that back
CREATE TABLE entity_change (
    id          UUID          PRIMARY KEY,
    project_id  UUID          NOT NULL REFERENCES project (id),
    kind        VARCHAR(20)   NOT NULL CHECK (kind = ANY (ARRAY['MERGED', 'SPLIT', 'PROMOTED'])),
    -- the one that was merged, split or promoted, and the one it went into or that was made of it
    entity_id   VARCHAR(128)  NOT NULL REFERENCES entity (id),
    other_id    VARCHAR(128)  REFERENCES entity (id),
    -- what the other got by it (JSON), so that exactly that can be taken back
    moved       TEXT          NOT NULL,
    done_by     UUID          NOT NULL REFERENCES app_user (id),
    done_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    undone_by   UUID          REFERENCES app_user (id),
    undone_at   TIMESTAMP(6) WITH TIME ZONE,
    -- of a split: since when the links that nobody looked at again count as right
    settled_by  UUID          REFERENCES app_user (id),
    settled_at  TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX entity_change_entity ON entity_change (entity_id, done_at);
CREATE INDEX entity_change_other ON entity_change (other_id, done_at);

-- annotation: where an entity is mentioned, without reading every annotation; both null unless a mention is linked
ALTER TABLE annotation ADD COLUMN entity_id VARCHAR(128);
ALTER TABLE annotation ADD COLUMN start_offset INTEGER;
UPDATE annotation
SET entity_id = REGEXP_SUBSTR(body, '"link":\{"entity":"([A-Za-z0-9._:-]+)"', 1, 1, 'c', 1),
    start_offset = CAST(REGEXP_SUBSTR(body, '"spans":\[\{"start":([0-9]+)', 1, 1, 'c', 1) AS INTEGER)
WHERE kind = 'MENTION' AND NOT deleted AND body LIKE '%"link":{"entity":"%';
CREATE INDEX annotation_entity ON annotation (entity_id);
