using System.Xml.Linq;

namespace TestForge.Engine.Patching.Dotnet;

/// <summary>A project file and what matters of it here.</summary>
/// <param name="File">Below the suite's folder, with forward slashes.</param>
/// <param name="Assembly">The name of what it builds.</param>
/// <param name="HasFrameworks">Whether it builds for more than one framework.</param>
/// <param name="References">Full paths of the project files it refers to.</param>
internal sealed record DotnetProject(string File, string Assembly, bool HasFrameworks, IReadOnlyList<string> References)
{
    /// <summary>Every project below a folder.</summary>
    public static IReadOnlyList<DotnetProject> Below(string folder) =>
        [.. DotnetFiles.Below(folder, ".csproj").Select(path => Read(path, folder))];

    /// <summary>Folders of all projects that some refer to, directly or not.</summary>
    public static IReadOnlyList<string> FoldersOfReferences(IEnumerable<DotnetProject> projects)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(projects.SelectMany(p => p.References));
        while (open.TryDequeue(out var path))
        {
            if (System.IO.File.Exists(path) && found.Add(path))
            {
                foreach (var next in Read(path, Path.GetDirectoryName(path)!).References)
                {
                    open.Enqueue(next);
                }
            }
        }

        return [.. found.Select(p => Path.GetDirectoryName(p)!).Distinct()];
    }

    private static DotnetProject Read(string path, string folder)
    {
        XElement root;
        try
        {
            root = XElement.Load(path);
        }
        catch (System.Xml.XmlException)
        {
            // The build will say it better.
            root = new("Project");
        }

        string? Property(string name) => root.Descendants().LastOrDefault(e => e.Name.LocalName == name)?.Value;
        var assembly = Property("AssemblyName") is { } named && !named.Contains('$', StringComparison.Ordinal) ? named : Path.GetFileNameWithoutExtension(path);
        return new(
            Path.GetRelativePath(folder, path).Replace('\\', '/'),
            assembly,
            Property("TargetFrameworks") is not null,
            [.. root.Descendants().Where(e => e.Name.LocalName == "ProjectReference")
                .Select(e => e.Attribute("Include")?.Value)
                .OfType<string>()
                .Where(i => !i.Contains('$', StringComparison.Ordinal))
                .Select(i => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, i.Replace('\\', '/'))))]);
    }
}
