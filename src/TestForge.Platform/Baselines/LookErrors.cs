using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Baselines;

internal static class LookErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "look.not_found", $"The project has no differing look {id}.");

    public static ApiProblem Outdated() =>
        new(StatusCodes.Status409Conflict, "look.outdated", "A later run has seen the same part of the page. Decide on that one: list the looks of this name.");
}
