using System.Text.RegularExpressions;

namespace TestForge.Architecture.Tests;

public sealed partial class PlatformNamespaceTests
{
    /// <summary>Which modules of the platform may use which. Data knows all of them, because it holds the one model; the root composes.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Tenancy"] = ["Access", "Audit", "Data", "Members", "Personal"],
        ["Data"] = ["Access", "Accounts", "Audit", "Baselines", "Cases", "Heals", "Idempotency", "Members", "Notifications", "OAuth", "Outbox", "Projects", "Quotas", "Retention", "Runs", "Schedules", "Secrets", "SingleSignOn", "Tenancy", "Usage", "Webhooks", "Work"],
        ["Api"] = ["Access", "Data", "Idempotency", "Limits", "OAuth", "Secrets", "Tenancy"],
        ["Idempotency"] = ["Access", "Api", "Data", "Personal", "Tenancy"],
        ["Work"] = ["Data", "Personal", "Tenancy"],
        ["Outbox"] = ["Data", "Personal", "Tenancy", "Work"],
        ["Access"] = ["Api", "Audit", "Data", "Idempotency", "Personal", "Tenancy"],
        ["Members"] = ["Access", "Api", "Audit", "Data", "Idempotency", "Personal", "Projects", "Tenancy"],
        ["Pages"] = [],
        ["Accounts"] = ["Access", "Api", "Audit", "Data", "Idempotency", "Limits", "Members", "Pages", "Personal", "Projects", "Secrets", "Tenancy"],
        ["OAuth"] = ["Access", "Accounts", "Api", "Audit", "Data", "Idempotency", "Limits", "Pages", "Personal", "Secrets", "Tenancy"],
        ["SingleSignOn"] = ["Access", "Accounts", "Api", "Audit", "Data", "Members", "Pages", "Personal", "Projects", "Secrets", "Tenancy"],
        ["Projects"] = ["Access", "Api", "Audit", "Data", "Personal", "Runs", "Secrets", "Tenancy"],
        ["Runs"] = ["Access", "Api", "Audit", "Data", "Idempotency", "Outbox", "Personal", "Projects", "Secrets", "Tenancy", "Work"],
        ["Audit"] = ["Access", "Api", "Data", "Personal", "Tenancy"],
        ["Cases"] = ["Access", "Api", "Audit", "Data", "Personal", "Projects", "Runs", "Tenancy"],
        ["Heals"] = ["Access", "Api", "Audit", "Data", "Personal", "Projects", "Runs", "Tenancy"],
        ["Baselines"] = ["Access", "Api", "Audit", "Data", "Personal", "Projects", "Runs", "Tenancy"],
        ["Schedules"] = ["Access", "Api", "Audit", "Data", "Personal", "Projects", "Runs", "Tenancy", "Work"],
        ["Trends"] = ["Access", "Api", "Data", "Projects", "Runs"],
        ["Search"] = ["Access", "Api", "Data"],
        ["Quotas"] = ["Access", "Api", "Audit", "Data", "Members", "Projects", "Runs", "Tenancy", "Usage"],
        ["Usage"] = ["Access", "Api", "Data", "Runs", "Tenancy"],
        ["Limits"] = ["Access", "Api", "Tenancy"],
        ["Secrets"] = ["Audit", "Data", "Personal", "Tenancy"],
        ["Webhooks"] = ["Access", "Api", "Audit", "Data", "Idempotency", "Outbox", "Personal", "Projects", "Secrets", "Tenancy", "Work"],
        ["Notifications"] = ["Access", "Api", "Audit", "Data", "Outbox", "Personal", "Projects", "Runs", "Secrets", "Tenancy", "Webhooks"],
        ["Retention"] = ["Access", "Api", "Audit", "Data", "Idempotency", "Outbox", "Runs", "Tenancy", "Webhooks", "Work"],

        // Reads marks from everybody's rows, and is asked by nobody but the operator.
        ["Personal"] = ["Access", "Audit", "Data", "Secrets", "Tenancy"],
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
