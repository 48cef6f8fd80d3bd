using Microsoft.EntityFrameworkCore.Migrations;

namespace TestForge.Platform.Data;

/// <summary>Attempts on PostgreSQL: one partition for each month. A version-7 id begins with its time, so the id alone says which.</summary>
internal static class AttemptPartitions
{
    /// <summary>Takes the place of what the tools write for the table, which know no partitions.</summary>
    public static void Create(MigrationBuilder migration) => migration.Sql("""
        CREATE TABLE run_attempts (
            id uuid NOT NULL,
            tenant_id uuid NOT NULL,
            run_id uuid NOT NULL,
            case_id uuid NOT NULL,
            number integer NOT NULL,
            passed boolean NOT NULL,
            started_at timestamp with time zone NOT NULL,
            milliseconds bigint NOT NULL,
            failure_class character varying(40),
            message text,
            CONSTRAINT pk_run_attempts PRIMARY KEY (id),
            CONSTRAINT fk_run_attempts_run_cases_tenant_id_case_id FOREIGN KEY (tenant_id, case_id) REFERENCES run_cases (tenant_id, id) ON DELETE CASCADE,
            CONSTRAINT fk_run_attempts_tenants_tenant_id FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE RESTRICT
        ) PARTITION BY RANGE (id);

        -- Holds what has no partition yet. Nobody is granted a partition itself, so all access passes the fence of the whole table.
        CREATE TABLE run_attempts_other PARTITION OF run_attempts DEFAULT;

        CREATE FUNCTION attempt_id_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
            SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
        $$;

        -- Runs with the rights of the owner, because whoever serves must not make tables.
        CREATE FUNCTION ensure_attempt_partitions(from_time timestamptz, months int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
        DECLARE
            month timestamp;
            name text;
        BEGIN
            FOR i IN 0 .. least(months, 24) LOOP
                month := date_trunc('month', from_time AT TIME ZONE 'UTC') + make_interval(months => i);
                name := 'run_attempts_' || to_char(month, 'YYYY_MM');
                IF to_regclass(name) IS NULL THEN
                    BEGIN
                        EXECUTE format(
                            'CREATE TABLE %I PARTITION OF run_attempts FOR VALUES FROM (%L) TO (%L)',
                            name,
                            attempt_id_floor(month AT TIME ZONE 'UTC'),
                            attempt_id_floor((month + interval '1 month') AT TIME ZONE 'UTC'));
                    EXCEPTION
                        WHEN duplicate_table THEN NULL;
                        WHEN check_violation THEN
                            -- The month has attempts among the others already; they stay there, and it is no error.
                            RAISE WARNING 'no partition % because the default partition has rows of that month', name;
                    END;
                END IF;
            END LOOP;
        END $$;
        """);
}
