using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Runs;

/// <summary>Finds the environment that a run is for.</summary>
internal static class RunEnvironment
{
    /// <param name="db">The tenant's unit of work.</param>
    /// <param name="project">The project.</param>
    /// <param name="asked">The environment that was asked for; null when the project's only one is meant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(ProjectEnvironment? Environment, ApiProblem? Problem)> FindAsync(PlatformDb db, Guid project, Guid? asked, CancellationToken cancellationToken)
    {
        if (!await db.Projects.AnyAsync(p => p.Id == project, cancellationToken))
        {
            return (null, ProjectErrors.NotFound(project));
        }

        var found = await db.Environments.AsNoTracking().Where(e => e.ProjectId == project && (asked == null || e.Id == asked)).OrderBy(e => e.Id).Take(2).ToArrayAsync(cancellationToken);
        return found switch
        {
            [var one] => (one, null),
            [] when asked is { } id => (null, ProjectErrors.EnvironmentNotFound(id)),
            _ => (null, RunErrors.EnvironmentNeeded(found.Length)),
        };
    }
}
