using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace TestForge.Platform.Work;

/// <summary>Repeats what must be written until the database is there again.</summary>
internal sealed partial class Patience(TimeProvider clock, ILogger<Patience> logger)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    public async Task<T> UntilDoneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception e) when (IsOutage(e) && !cancellationToken.IsCancellationRequested)
            {
                LogWaiting(e.Message);
                await Task.Delay(Wait, clock, cancellationToken);
            }
        }
    }

    // A broken constraint stays broken, however often it is tried.
    private static bool IsOutage(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => IsOutage(inner),
        InvalidOperationException { InnerException: { } inner } => IsOutage(inner),
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 } => true, // Busy, locked.
        DbException database => database.IsTransient || database.InnerException is IOException or System.Net.Sockets.SocketException,
        TimeoutException => true,
        _ => false,
    };

    [LoggerMessage(4101, LogLevel.Warning, "The database does not take what has to be written, trying again: {Reason}")]
    private partial void LogWaiting(string reason);
}
