-- Secrets are sealed from now on (aes-gcm:<key>:<bytes>); those that are not yet have no colon in them. Finds the rows of
-- another key than the present one.
CREATE INDEX preference_secret_key ON preference (split_part(secret, ':', 2)) WHERE endpoint_id IS NOT NULL;
