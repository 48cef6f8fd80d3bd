using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using TestForge.Platform.Audit;
using TestForge.Platform.Work;

namespace TestForge.Platform.Data;

/// <summary>The transaction around a request or a piece of work that changes something. Undone unless it is committed.</summary>
internal sealed class UnitOfWork : IAsyncDisposable
{
    private readonly PlatformDb _db;
    private readonly IDbContextTransaction? _transaction;

    private UnitOfWork(PlatformDb db, IDbContextTransaction? transaction) => (_db, _transaction) = (db, transaction);

    // SQLite has one writer, and a transaction makes it this one; PostgreSQL would take two round trips more. What only reads goes without.
    public static async Task<UnitOfWork> BeginAsync(PlatformDb db, bool writes, CancellationToken cancellationToken) =>
        new(db, writes ? await db.Database.BeginTransactionAsync(cancellationToken) : null);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_transaction is not null)
        {
            await AuditLog.AppendAsync(_db, cancellationToken);
            try
            {
                await _transaction.CommitAsync(cancellationToken);
            }
            finally
            {
                // Also when it failed: the database may have committed, and only the answer was lost.
                if (_db.HasTenant)
                {
                    _db.GetService<TenantChanges>().Add(_db.CurrentTenant);
                }
            }

            TellWorkers();
        }
    }

    private void TellWorkers()
    {
        if (_db.AddedWork.Count == 0)
        {
            return;
        }

        var signals = _db.GetService<WorkSignals>();
        foreach (var kind in _db.AddedWork)
        {
            signals.Raise(kind);
        }

        _db.AddedWork.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }
    }
}
