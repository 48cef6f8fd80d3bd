namespace TestForge.Architecture.Tests;

/// <summary>The working tree, read as text.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IReadOnlyList<SourceFile> Sources { get; } = Read("src");

    public static IReadOnlyList<SourceFile> Tests { get; } = Read("tests");

    public static IReadOnlyList<string> ProjectFiles(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Order()];

    private static SourceFile[] Read(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(p => !p.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            // A tool writes these, each beside a picture of the whole model.
            .Where(p => !p.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order()
            .Select(p => new SourceFile(Path.GetRelativePath(Root, p).Replace('\\', '/'), File.ReadAllLines(p)))];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TestForge.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository.");
    }
}
