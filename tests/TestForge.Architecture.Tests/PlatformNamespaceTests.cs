using System.Text.RegularExpressions;

namespace TestForge.Architecture.Tests;

public sealed partial class PlatformNamespaceTests
{
    /// <summary>Which modules of the platform may use which. Data knows all of them, because it holds the one model; the root composes.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Tenancy"] = ["Access", "Data"],
        ["Data"] = ["Access", "Idempotency", "Outbox", "Projects", "Runs", "Tenancy", "Work"],
        ["Api"] = ["Data", "Idempotency", "Tenancy"],
        ["Idempotency"] = ["Access", "Api", "Data", "Tenancy"],
        ["Work"] = ["Data", "Tenancy"],
        ["Outbox"] = ["Tenancy"],
        ["Access"] = ["Api", "Data", "Idempotency", "Tenancy"],
        ["Projects"] = ["Access", "Api", "Data", "Tenancy"],
        ["Runs"] = ["Access", "Api", "Data", "Outbox", "Projects", "Tenancy", "Work"],
    };

    [Fact]
    public void Modules_use_only_what_they_may()
    {
        var uses = Repository.Sources
            .Where(f => f.Path.StartsWith("src/TestForge.Platform/", StringComparison.Ordinal) && f.Path.Count(c => c == '/') > 2)
            .SelectMany(f => Uses().Matches(f.Text).Select(m => (File: f.Path, From: f.Path.Split('/')[2], To: m.Groups[1].Value)))
            .Where(u => u.From != u.To && MayUse.ContainsKey(u.To))
            .ToArray();

        uses.Length.ShouldBeGreaterThan(30);
        uses.Where(u => !MayUse[u.From].Contains(u.To)).Select(u => $"{u.File} uses {u.To}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_table_names_every_module()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/TestForge.Platform")).Select(Path.GetFileName).Except(["bin", "obj"]);

        folders.ShouldBe(MayUse.Keys, ignoreOrder: true);
    }

    [GeneratedRegex(@"\bTestForge\.Platform\.(\w+)")]
    private static partial Regex Uses();
}
