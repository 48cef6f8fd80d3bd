using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TestForge.Platform.Data;

/// <summary>Throws for a command outside a transaction. PostgreSQL would not know its tenant, and it would read nothing without anybody noticing.</summary>
internal sealed class TransactionRequiredInterceptor : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Checked(command, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Checked(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Checked(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Checked(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Checked(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Checked(command, result));

    private static T Checked<T>(DbCommand command, T result) => command.Transaction is null
        ? throw new InvalidOperationException("A command was about to run outside a transaction, where the database does not know the tenant. Use TenantWork, or the unit of work of the request.")
        : result;
}
