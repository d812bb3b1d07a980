-- when somebody was here, so that the start page can say what is new since
CREATE TABLE user_visit (
    user_id    UUID PRIMARY KEY REFERENCES app_user (id),
    -- the end of the visit before this one; absent during the first
    before_at  TIMESTAMP(6) WITH TIME ZONE,
    seen_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX annotation_set_submitted ON annotation_set (submitted_at);
CREATE INDEX annotation_set_assigned ON annotation_set (user_id, assigned_at);
CREATE INDEX decision_time ON decision (project_id, decided_at);
