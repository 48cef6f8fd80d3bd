using System.Xml.Linq;

namespace TestForge.Architecture.Tests;

public sealed class ProjectTests
{
    /// <summary>Who may know whom. A project that is not here needs a reason, and then a row.</summary>
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["TestForge.Pipeline"] = [],
        ["TestForge.Egress"] = [],
        ["TestForge.Engine"] = ["TestForge.Pipeline", "TestForge.Egress"],
        ["TestForge.Cli"] = ["TestForge.Pipeline", "TestForge.Engine"],
        ["TestForge.Platform"] = ["TestForge.Pipeline", "TestForge.Egress"],
        ["TestForge.Server"] = ["TestForge.Pipeline", "TestForge.Egress", "TestForge.Engine", "TestForge.Platform"],
    };

    private static readonly string[] ForbiddenNames =
    [
        "Domain", "Application", "Infrastructure", "Shared", "Common", "Contracts", "Abstractions", "Services", "Helpers", "Managers", "Interfaces", "Utils",
    ];

    [Fact]
    public void Projects_reference_only_what_they_may()
    {
        var projects = Repository.ProjectFiles("src");
        projects.Count.ShouldBe(MayReference.Count);
        foreach (var path in projects)
        {
            var allowed = MayReference[Path.GetFileNameWithoutExtension(path)];
            References(path).Except(allowed).ShouldBeEmpty(path);
        }

        projects.SelectMany(References).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_tests()
    {
        var tests = Repository.ProjectFiles("tests").Select(Path.GetFileNameWithoutExtension).ToArray();

        MayReference.Keys.Select(p => $"{p}.Tests").Except(tests).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_named_after_a_layer_or_a_kind()
    {
        var names = Repository.Sources.SelectMany(f => f.Path.Split('/')[1..^1]).SelectMany(n => n.Split('.')).Distinct().ToArray();

        names.ShouldContain("Discovery");
        names.Intersect(ForbiddenNames).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
