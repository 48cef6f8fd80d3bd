using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Cases;

internal static class CaseErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "case.not_found", $"The project has no case {id}.");
}
