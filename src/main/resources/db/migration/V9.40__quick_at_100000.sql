-- H2: the folded words of a document in their order, in which phrases are looked for; PostgreSQL keeps them in document_words
CREATE TABLE document_trail (
    document_number  BIGINT PRIMARY KEY,
    trail            BYTEA  NOT NULL
);
-- the words of all documents are read again, and what they resemble is told together with them
DELETE FROM document_likeness;
DELETE FROM sketch_band;
DELETE FROM document_sketch;
INSERT INTO document_unindexed (document_id)
SELECT id FROM document WHERE purged_at IS NULL AND id NOT IN (SELECT document_id FROM document_unindexed);

-- how many files wait for their cuts is asked by every page of a project
CREATE INDEX source_file_state ON source_file (project_id, state, uploaded_at, id);

-- the order of a project's documents, of those in the trash apart
CREATE INDEX document_order ON document (project_id, deleted_at, created_at, id);
DROP INDEX document_project;
