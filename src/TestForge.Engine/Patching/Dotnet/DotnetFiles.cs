namespace TestForge.Engine.Patching.Dotnet;

/// <summary>Files that people wrote, and not what builds and runs have left.</summary>
internal static class DotnetFiles
{
    /// <summary>Names of folders that builds and runs write.</summary>
    public static readonly string[] Made = ["bin", "obj", "TestResults", "artifacts", ".vs"];

    /// <summary>Full paths of files with such an end, in a steady order.</summary>
    public static IEnumerable<string> Below(string folder, string extension)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"*{extension}").Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories().OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            if (Made.Contains(inner.Name) || inner.Name is ".git" or "node_modules" || inner.LinkTarget is not null)
            {
                continue;
            }

            foreach (var file in Below(inner.FullName, extension))
            {
                yield return file;
            }
        }
    }
}
