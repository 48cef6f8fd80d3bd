using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

/// <summary>Lets one unit of work at a time change what runs and people both write of a project: its cases, heals and looks.</summary>
internal static class ProjectLock
{
    /// <summary>Waits for others and holds the project until the caller's transaction ends. Returns false when there is no such project.</summary>
    public static async Task<bool> TakeAsync(PlatformDb db, Guid project, CancellationToken cancellationToken) =>
        await db.Projects.Where(p => p.Id == project).ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version), cancellationToken) == 1;
}
