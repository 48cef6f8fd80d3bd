using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>Tells PostgreSQL the tenant at the start of each transaction and for that transaction only: what is set for a session leaks to the next client of a pooler.</summary>
internal sealed class TenantTransactionInterceptor(TenantContext tenant) : DbTransactionInterceptor
{
    /// <summary>Holds for the transaction that it is in.</summary>
    public const string Statement = "SELECT set_config('app.tenant_id', $1, true)";

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = CommandFor(connection, result);
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = CommandFor(connection, result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private DbCommand CommandFor(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Statement;
        var parameter = command.CreateParameter();
        parameter.Value = tenant.IsSet ? tenant.Current.ToString() : "";
        command.Parameters.Add(parameter);
        return command;
    }
}
