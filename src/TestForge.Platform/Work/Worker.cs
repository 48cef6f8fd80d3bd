using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TestForge.Platform.Work;

/// <summary>Background work that goes on until the process is to end: when it fails where it should not, it is counted and begun again, later each time.</summary>
internal abstract partial class Worker(WorkHealth health, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>What it does, in one word.</summary>
    protected abstract string Kind { get; }

    protected WorkHealth Health => health;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = FirstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            try
            {
                await WorkAsync(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                health.Restarted(Kind);
                LogRestarting(Kind, e);
            }

            // What went well for long begins with the short wait again.
            wait = clock.GetElapsedTime(began) > LongestWait * 2 ? FirstWait : wait;
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 > LongestWait ? LongestWait : wait * 2;
        }
    }

    /// <summary>Ends when the process is to end, or when there is nothing to do for good.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    [LoggerMessage(4112, LogLevel.Error, "The worker for {Kind} failed in a way nobody foresaw and is started again")]
    private partial void LogRestarting(string kind, Exception exception);
}
