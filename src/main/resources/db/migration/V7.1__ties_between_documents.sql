-- annotation: the document a relation leads to, so that it can be drawn from the other side as well; null for all others
ALTER TABLE annotation ADD COLUMN to_document_id VARCHAR(128);
UPDATE annotation
SET to_document_id = REGEXP_SUBSTR(body, '"to":\{[^}]*"document":"([A-Za-z0-9._:-]+)"', 1, 1, 'c', 1)
WHERE kind = 'RELATION' AND NOT deleted AND body LIKE '%"document":"%';
CREATE INDEX annotation_to_document ON annotation (to_document_id);
