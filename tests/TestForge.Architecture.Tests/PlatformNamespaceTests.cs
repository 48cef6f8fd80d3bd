using System.Text.RegularExpressions;

namespace TestForge.Architecture.Tests;

public sealed partial class PlatformNamespaceTests
{
    /// <summary>Which modules of the platform may use which. Data knows all of them, because it holds the one model; the root composes.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Tenancy"] = ["Access", "Audit", "Data"],
        ["Data"] = ["Access", "Audit", "Idempotency", "Outbox", "Projects", "Runs", "Secrets", "Tenancy", "Webhooks", "Work"],
        ["Api"] = ["Access", "Data", "Idempotency", "Limits", "Tenancy"],
        ["Idempotency"] = ["Access", "Api", "Data", "Tenancy"],
        ["Work"] = ["Data", "Tenancy"],
        ["Outbox"] = ["Data", "Tenancy", "Work"],
        ["Access"] = ["Api", "Audit", "Data", "Idempotency", "Tenancy"],
        ["Projects"] = ["Access", "Api", "Audit", "Data", "Tenancy"],
        ["Runs"] = ["Access", "Api", "Audit", "Data", "Outbox", "Projects", "Tenancy", "Work"],
        ["Audit"] = ["Access", "Api", "Data", "Tenancy"],
        ["Limits"] = ["Access", "Api", "Tenancy"],
        ["Secrets"] = ["Data", "Tenancy"],
        ["Webhooks"] = ["Access", "Api", "Audit", "Data", "Idempotency", "Outbox", "Projects", "Secrets", "Tenancy", "Work"],
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
