-- which keys somebody gave to the editor's actions, as JSON; nobody has a row who works with the usual ones
CREATE TABLE user_keys (
    user_id  UUID PRIMARY KEY REFERENCES app_user (id),
    keys     TEXT NOT NULL
);
