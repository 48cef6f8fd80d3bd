using System.Reflection;

namespace TestForge.Engine.Browser;

/// <summary>Points Playwright at its driver, which builds leave in the package folder instead of copying 136 MB.</summary>
internal static class PlaywrightDriver
{
    private const string SearchPathVariable = "PLAYWRIGHT_DRIVER_SEARCH_PATH";

    public static void Locate()
    {
        if (Environment.GetEnvironmentVariable(SearchPathVariable) is { Length: > 0 }
            || Directory.Exists(Path.Combine(AppContext.BaseDirectory, ".playwright")))
        {
            return;
        }

        var package = typeof(PlaywrightDriver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "PlaywrightPackage")?.Value;
        if (package is not null && Directory.Exists(package))
        {
            Environment.SetEnvironmentVariable(SearchPathVariable, package);
        }
    }
}
