using TestForge.Engine.Browser;
using TestForge.Engine.Reporting.History;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Everything a report is made from, read from the store. What a stage did not get to is null or empty.</summary>
internal sealed record RunMaterial
{
    public required ReportInput Input { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required string ProductVersion { get; init; }
    public SiteMap? Site { get; init; }
    public TestPlan? Plan { get; init; }

    /// <summary>What a language model made of the application, or null.</summary>
    public ApplicationModel? Application { get; init; }

    public IReadOnlyList<RunResults> Results { get; init; } = [];

    /// <summary>Pages as they were when an element was not found, by the hash of the artifact.</summary>
    public IReadOnlyDictionary<string, PageFacts> Facts { get; init; } = new Dictionary<string, PageFacts>();

    /// <summary>How pictures differ from their baselines, by the hashes of both.</summary>
    public IReadOnlyDictionary<(string Actual, string Baseline), ReportLook> Looks { get; init; } = new Dictionary<(string Actual, string Baseline), ReportLook>();

    /// <summary>What is remembered of all runs of the target, or null when nothing is to be remembered.</summary>
    public IReadOnlyList<HistoryRecord>? Remembered { get; init; }

    /// <summary>Set when more was healed than may be.</summary>
    public HealExcess? Excess => Input.Excess ?? Results.Select(r => r.Excess).OfType<HealExcess>().FirstOrDefault();

    public bool Interrupted =>
        Input.Interrupted || Site?.Interrupted == true || Plan?.Interrupted == true || Results.Any(r => r.Interrupted);
}
