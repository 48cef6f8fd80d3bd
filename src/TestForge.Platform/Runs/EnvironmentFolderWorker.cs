using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

internal sealed class EnvironmentFolderWorker(IRunArtifacts artifacts, WorkQueue queue, TenantWork work, TimeProvider clock, ILogger<EnvironmentFolderWorker> logger) : FolderWorker(EnvironmentKind, queue, work, clock, logger)
{
    protected override Task RemoveAsync(WorkItem item, CancellationToken cancellationToken) => artifacts.RemoveEnvironmentAsync(item.TenantId, item.SubjectId, cancellationToken);
}
