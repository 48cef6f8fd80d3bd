using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TestForge.Platform.Secrets;

/// <summary>Looks every minute whether another server has made keys, or it is time for new ones.</summary>
internal sealed partial class InstallationKeyRefresh(InstallationKeys keys, TimeProvider clock, ILogger<InstallationKeyRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keys.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or SecretException or InvalidOperationException or TimeoutException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                // What is known goes on to count.
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4701, LogLevel.Warning, "The keys of the installation could not be read again")]
    private partial void LogFailed(Exception exception);
}
