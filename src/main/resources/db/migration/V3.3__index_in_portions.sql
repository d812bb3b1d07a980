-- by portions of documents first: what an import adds lies together then, and is written once
DROP TABLE search_word;
CREATE TABLE search_word (
    chunk    BIGINT       NOT NULL,
    word     VARCHAR(40)  NOT NULL,
    numbers  BYTEA        NOT NULL,
    PRIMARY KEY (chunk, word)
);

-- likeness is now told together with the words; all of it is made anew
DELETE FROM document_likeness;
DELETE FROM sketch_band;
DELETE FROM document_sketch;
INSERT INTO document_unindexed (document_id)
SELECT id FROM document WHERE id NOT IN (SELECT document_id FROM document_unindexed);
