using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;
using TestForge.Platform.Api;

namespace TestForge.Platform.Heals;

internal static class HealErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "heal.not_found", $"The project has no heal {id}.");

    public static ApiProblem NotApproved(HealReview review) =>
        new(StatusCodes.Status409Conflict, "heal.not_approved", $"The heal is {review.ToString().ToLowerInvariant()}, and only approved ones are applied. Approve it first.");

    public static ApiProblem NoProject() =>
        new(StatusCodes.Status409Conflict, "heal.no_project", "The scripts of the last run that made this heal are no longer there, so there is nothing to make a patch of. Start a run, and apply the heal after it.");
}
