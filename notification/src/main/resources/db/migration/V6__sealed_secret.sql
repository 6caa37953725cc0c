-- Secrets are sealed from now on (aes-gcm:<key>:<bytes>); those that are not yet have no colon in them. Finds the rows that
-- are not sealed with the present key: by the key that has sealed all of a row's secrets, or by '' if it was not one key.
CREATE INDEX preference_secret_key ON preference (
    (CASE
         WHEN least(split_part(secret, ':', 2), split_part(previous_secret, ':', 2), split_part(oldest_secret, ':', 2))
             = greatest(split_part(secret, ':', 2), split_part(previous_secret, ':', 2), split_part(oldest_secret, ':', 2))
             THEN split_part(secret, ':', 2)
         ELSE '' END)) WHERE endpoint_id IS NOT NULL;
