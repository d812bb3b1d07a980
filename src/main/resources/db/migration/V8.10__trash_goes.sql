-- what went from the trash for good: its texts are gone, its row stays for what was said about it
ALTER TABLE document ADD COLUMN purged_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE source_file ADD COLUMN purged_at TIMESTAMP(6) WITH TIME ZONE;
CREATE INDEX document_trash ON document (project_id, purged_at, deleted_at);
