using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class ProjectErrors
{
    /// <summary>Asks for the project of a list that turned out empty.</summary>
    public static Func<Task<ApiProblem?>> UnlessThere(PlatformDb db, Guid id, CancellationToken cancellationToken) => async () => await db.Projects.AnyAsync(p => p.Id == id, cancellationToken) ? null : NotFound(id);

    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "project.not_found", $"There is no project {id}.");

    public static ApiProblem EnvironmentNotFound(Guid id) => new(StatusCodes.Status404NotFound, "environment.not_found", $"The project has no environment {id}.");

    public static ApiProblem NameTaken(string name) =>
        new(StatusCodes.Status409Conflict, "environment.name_taken", $"The project has an environment '{name}' already. Choose another name.");

    public static ApiProblem Busy() =>
        new(StatusCodes.Status409Conflict, "project.busy", "A run of it waits or is under way. Cancel it, wait for its end, and try again.");

    public static ApiProblem TargetRefused(string why) =>
        new(StatusCodes.Status422UnprocessableEntity, "target.refused", $"This server does not test addresses that are not public: {why}. Its operator can allow it.");
}
