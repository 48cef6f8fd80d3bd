using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>
/// No command reaches PostgreSQL without its tenant. In a transaction it was told at the start; a read outside of one takes the tenant with it in
/// one batch, which is a transaction of its own and one round trip. Anything else outside a transaction throws: it would change nothing without anybody noticing.
/// </summary>
internal sealed class TenantCommandInterceptor(TenantContext tenant) : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (!IsLooseRead(command, eventData))
        {
            return result;
        }

        using var batch = WithTenant((NpgsqlCommand)command);
        var reader = batch.ExecuteReader();
        reader.NextResult();
        return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!IsLooseRead(command, eventData))
        {
            return result;
        }

        await using var batch = WithTenant((NpgsqlCommand)command);
        var reader = await batch.ExecuteReaderAsync(cancellationToken);
        try
        {
            await reader.NextResultAsync(cancellationToken);
            return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Checked(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Checked(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Checked(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Checked(command, result));

    private static bool IsLooseRead(DbCommand command, CommandEventData eventData) => command.Transaction is null
        && (eventData.CommandSource is CommandSource.LinqQuery or CommandSource.FromSqlQuery ? true : throw Outside());

    private static T Checked<T>(DbCommand command, T result) => command.Transaction is null ? throw Outside() : result;

    private static InvalidOperationException Outside() =>
        new("A command that is no query was about to run outside a transaction, where the database does not know the tenant. Use TenantWork, or the unit of work of the request.");

    private NpgsqlBatch WithTenant(NpgsqlCommand command)
    {
        var name = new NpgsqlBatchCommand(TenantTransactionInterceptor.Statement);
        name.Parameters.Add(new NpgsqlParameter { Value = tenant.IsSet ? tenant.Current.ToString() : "" });
        var read = new NpgsqlBatchCommand(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            read.Parameters.Add(parameter.Clone());
        }

        return new(command.Connection) { Timeout = command.CommandTimeout, BatchCommands = { name, read } };
    }
}
