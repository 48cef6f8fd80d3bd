using System.Text.RegularExpressions;

namespace TestForge.Architecture.Tests;

public sealed partial class EngineNamespaceTests
{
    /// <summary>Which folders of the engine may use which. Nothing uses Reporting or Hosting; the root composes all.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Resources"] = [],
        ["Artifacts"] = [],
        ["Claude"] = ["Resources", "Artifacts"],
        ["Browser"] = ["Resources", "Artifacts"],
        ["Locators"] = ["Browser"],
        ["Pictures"] = [],
        ["Baselines"] = ["Artifacts"],
        ["Vision"] = ["Artifacts", "Pictures"],
        ["Steps"] = ["Browser", "Locators", "Artifacts", "Pictures", "Vision"],
        ["Values"] = [],
        ["Discovery"] = ["Browser", "Steps", "Artifacts", "Values"],
        ["Design"] = ["Browser", "Locators", "Steps", "Artifacts", "Pictures", "Resources", "Values", "Goals", "Claude"],
        ["Goals"] = ["Browser", "Claude", "Discovery", "Locators", "Resources", "Steps", "Values"],
        ["Scripting"] = ["Artifacts", "Browser", "Resources", "Steps"],
        ["Triage"] = ["Browser", "Claude", "Steps", "Resources"],
        ["Execution"] = ["Browser", "Locators", "Steps", "Artifacts", "Resources", "Triage", "Fingerprints", "Vision"],
        ["Fingerprints"] = ["Browser", "Steps", "Artifacts", "Pictures", "Vision"],
        ["Healing"] = ["Browser", "Claude", "Locators", "Artifacts", "Resources", "Fingerprints", "Vision"],
        ["Patching"] = ["Artifacts", "Browser", "Execution", "Healing", "Locators", "Regeneration", "Resources"],
        ["Reporting"] = ["Artifacts", "Baselines", "Claude", "Resources", "Browser", "Pictures", "Vision"],
        ["Regeneration"] = ["Artifacts"],
        ["Hosting"] = ["Artifacts", "Regeneration"],
    };

    [Fact]
    public void Folders_use_only_what_they_may()
    {
        var uses = Repository.Sources
            .Where(f => f.Path.StartsWith("src/TestForge.Engine/", StringComparison.Ordinal) && f.Path.Count(c => c == '/') > 2)
            .SelectMany(f => Uses().Matches(f.Text).Select(m => (File: f.Path, From: f.Path.Split('/')[2], To: m.Groups[1].Value)))
            .Where(u => u.From != u.To && MayUse.ContainsKey(u.To))
            .ToArray();

        uses.Length.ShouldBeGreaterThan(30);
        uses.Where(u => !MayUse[u.From].Contains(u.To)).Select(u => $"{u.File} uses {u.To}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_table_names_every_folder()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/TestForge.Engine")).Select(Path.GetFileName).Except(["bin", "obj"]);

        folders.ShouldBe(MayUse.Keys, ignoreOrder: true);
    }

    [GeneratedRegex(@"\bTestForge\.Engine\.(\w+)")]
    private static partial Regex Uses();
}
