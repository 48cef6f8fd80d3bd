using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Trends;

internal static class TrendErrors
{
    public static ApiProblem OtherProject() =>
        new(StatusCodes.Status422UnprocessableEntity, "compare.other_project", "The two runs are of different projects. Compare runs of one project.");
}
