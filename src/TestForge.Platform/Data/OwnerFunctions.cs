using TestForge.Platform.Retention;

namespace TestForge.Platform.Data;

/// <summary>
/// What the service may have done with the rights of the tables' owner on PostgreSQL, and nothing more of it: each function checks by itself what it
/// is asked for. They see what the caller sees, because row-level security is forced on the owner too. May be run again and again.
/// </summary>
internal static class OwnerFunctions
{
    public static string Sql(string role) => $$"""
        -- Removes lines of the current tenant's audit log, when a later line of it says so, and never young ones.
        CREATE OR REPLACE FUNCTION prune_audit_entries(through bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
        DECLARE
            removed bigint;
        BEGIN
            IF NOT EXISTS (
                SELECT FROM audit_entries checkpoint JOIN audit_entries last ON last.tenant_id = checkpoint.tenant_id AND last.sequence = through
                WHERE checkpoint.subject = 'audit-checkpoint' AND checkpoint.sequence > through
                    AND (checkpoint.after::json->>'through')::bigint = through AND checkpoint.after::json->>'hash' = last.hash
            ) THEN
                RAISE EXCEPTION 'no checkpoint says that lines of the audit log up to % are removed', through;
            END IF;
            IF EXISTS (SELECT FROM audit_entries WHERE sequence <= through AND at > now() - interval '{{RetentionLimits.LeastAuditDays}} days') THEN
                RAISE EXCEPTION 'lines of the audit log up to % are younger than {{RetentionLimits.LeastAuditDays}} days', through;
            END IF;
            DELETE FROM audit_entries WHERE sequence <= through;
            GET DIAGNOSTICS removed = ROW_COUNT;
            RETURN removed;
        END $$;

        -- Gives every tenant one piece of recurring work of a kind. Tells nothing but ids, which stand in the list of work anyway.
        CREATE OR REPLACE FUNCTION ensure_tenant_work(work_kind text, due timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
        DECLARE
            added bigint;
        BEGIN
            IF work_kind NOT IN ('retention') THEN
                RAISE EXCEPTION 'no work of the kind % is given to every tenant', work_kind;
            END IF;
            INSERT INTO work_items (id, kind, tenant_id, subject_id, turn, due_at, attempts)
            SELECT gen_random_uuid(), work_kind, id, id, 0, due, 0 FROM tenants ON CONFLICT DO NOTHING;
            GET DIAGNOSTICS added = ROW_COUNT;
            RETURN added;
        END $$;

        -- Drops partitions of past months that have no attempts any more. Gives up rather than hold up everybody.
        CREATE OR REPLACE FUNCTION drop_empty_attempt_partitions(before timestamptz) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '2s' AS $$
        DECLARE
            part text;
            filled boolean;
            dropped int := 0;
        BEGIN
            FOR part IN
                SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = 'run_attempts'::regclass AND c.relname ~ '^run_attempts_\d{4}_\d{2}$'
                    AND to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= least(before, now()) AT TIME ZONE 'UTC'
                ORDER BY 1
            LOOP
                EXECUTE format('SELECT EXISTS (SELECT FROM %I)', part) INTO filled;
                CONTINUE WHEN filled;
                BEGIN
                    -- Looked at once more when nobody can write any longer.
                    LOCK TABLE ONLY run_attempts IN ACCESS EXCLUSIVE MODE;
                    EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', part);
                    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', part) INTO filled;
                    IF NOT filled THEN
                        EXECUTE format('DROP TABLE %I', part);
                        dropped := dropped + 1;
                    END IF;
                EXCEPTION WHEN lock_not_available THEN
                    EXIT;
                END;
            END LOOP;
            RETURN dropped;
        END $$;

        -- Without this, everybody could call them.
        REVOKE ALL ON FUNCTION prune_audit_entries(bigint), ensure_tenant_work(text, timestamptz), drop_empty_attempt_partitions(timestamptz) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION prune_audit_entries(bigint), ensure_tenant_work(text, timestamptz), drop_empty_attempt_partitions(timestamptz) TO {{role}};
        """;
}
