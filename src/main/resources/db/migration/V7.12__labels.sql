-- annotation: what of the scheme it is (a mention's label, a relation's type; "claim" for claims), so that documents are found
-- by what is marked in them without reading every annotation; null once it is deleted
ALTER TABLE annotation ADD COLUMN label VARCHAR(64);
UPDATE annotation
SET label = CASE kind
                WHEN 'MENTION' THEN REGEXP_SUBSTR(body, '"label":"([^"]+)"', 1, 1, 'c', 1)
                WHEN 'RELATION' THEN REGEXP_SUBSTR(body, '"type":"([^"]+)"', 1, 1, 'c', 1)
                ELSE 'claim'
            END
WHERE NOT deleted;
CREATE INDEX annotation_label ON annotation (label, set_id);
