using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

internal sealed class RunFolderWorker(IRunArtifacts artifacts, WorkQueue queue, TenantWork work, TimeProvider clock, ILogger<RunFolderWorker> logger) : FolderWorker(RunKind, queue, work, clock, logger)
{
    protected override Task RemoveAsync(WorkItem item, CancellationToken cancellationToken) => artifacts.RemoveAsync(item.TenantId, item.SubjectId, cancellationToken);
}
