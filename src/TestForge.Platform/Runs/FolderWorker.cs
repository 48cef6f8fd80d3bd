using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

/// <summary>Removes the files of what was deleted. A folder that is gone already is removed all the same.</summary>
internal abstract class FolderWorker(string kind, WorkQueue queue, TenantWork work, TimeProvider clock, ILogger logger) : WorkLoop(queue, clock, logger)
{
    public const string RunKind = "run-folder";
    public const string EnvironmentKind = "environment-folder";

    protected override string Kind => kind;

    protected override int Parallel => 1;

    protected override int ParallelPerTenant => 1;

    protected override async Task DoAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await RemoveAsync(item, cancellationToken);
        await work.SharedAsync(db => WorkQueue.CompleteAsync(db, item.Id, cancellationToken), cancellationToken);
    }

    protected abstract Task RemoveAsync(WorkItem item, CancellationToken cancellationToken);
}
