-- an export may be narrowed to documents named one by one
ALTER TABLE export_run ALTER COLUMN options SET DATA TYPE TEXT;
