using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;

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
            catch (Exception e) when (Outage.Is(e) && !cancellationToken.IsCancellationRequested)
            {
                LogWaiting(e.Message);
                await Task.Delay(Wait, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(4101, LogLevel.Warning, "The database does not take what has to be written, trying again: {Reason}")]
    private partial void LogWaiting(string reason);
}
