-- Retention: the months of journal and inbox that are over. (V0_5 is the platform's.)

-- A partitioned table's months that ended before that moment, the oldest first. A month's name tells it.
CREATE FUNCTION months_before(parent text, moment timestamptz) RETURNS TABLE (name text, month_start timestamptz)
    LANGUAGE sql STABLE AS
$$
SELECT month.name, month.first
FROM (SELECT relname::text AS name,
             make_timestamptz(substr(right(relname, 6), 1, 4)::int, right(relname, 2)::int, 1, 0, 0, 0, 'UTC') AS first
      FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
      WHERE inhparent = to_regclass(parent) AND relname ~ ('^' || parent || '_[0-9]{6}$')) month
WHERE (month.first AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC' <= moment
ORDER BY month.name
$$;

-- Whether the relay has still to publish something of it.
CREATE FUNCTION is_unpublished(journal_month text) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    newest bigint;
BEGIN
    EXECUTE format('SELECT max(position) FROM %I', journal_month) INTO newest;
    RETURN newest > (SELECT position FROM relay_cursor);
END
$$;

-- Drops one month; false if it holds what is not published yet. Nobody can use the table from the moment at which this
-- asks for its lock. So it waits for those who are in the middle of a transaction for a tenth of a second at most, and
-- for whoever works on the month itself (VACUUM) not at all: then it fails with lock_not_available (55P03), and
-- nothing has changed. One statement, because a client that hangs in the middle would hold the lock. It can't be done
-- with DETACH ... CONCURRENTLY, which Postgres refuses beside a default partition; and in one transaction there is
-- nothing half done that a crash could leave.
CREATE FUNCTION drop_month(parent text, month text) RETURNS boolean
    LANGUAGE plpgsql
    SET lock_timeout = '100ms' AS
$$
BEGIN
    EXECUTE format('LOCK TABLE ONLY %I IN ACCESS EXCLUSIVE MODE', parent);
    EXECUTE format('LOCK TABLE %I, %I IN ACCESS EXCLUSIVE MODE NOWAIT', month, parent || '_default');
    -- Only now has every transaction that has appended to it ended.
    IF parent = 'journal' AND is_unpublished(month) THEN
        RETURN false;
    END IF;
    EXECUTE format('DROP TABLE %I', month);
    RETURN true;
END
$$;
