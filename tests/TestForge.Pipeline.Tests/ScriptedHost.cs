using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests;

/// <summary>Answers stages by script and remembers what was asked.</summary>
internal sealed class ScriptedHost : IPipelineHost
{
    private readonly Lock _lock = new(); // Batches run side by side.

    public static readonly RunInput Run = new()
    {
        RunId = Guid.Empty,
        Target = new("https://shop.test/"),
        StartedAt = DateTimeOffset.UnixEpoch,
    };

    public List<string> Calls { get; } = [];

    public List<ExecuteInput> Executed { get; } = [];

    public ReportInput? Report { get; private set; }

    public int Pages { get; init; } = 1;

    public bool DiscoveryInterrupted { get; init; }

    public IReadOnlyList<string> CaseIds { get; init; } = ["a"];

    /// <summary>Elements, with spaces between them, that break a case one after the other until they are patched.</summary>
    public Dictionary<string, string> Broken { get; } = [];

    /// <summary>What selection leaves; null for all.</summary>
    public IReadOnlyList<string>? SelectedIds { get; init; }

    public IReadOnlyList<QuarantinedCase> Quarantine { get; init; } = [];

    /// <summary>Cases that fail for no locator's sake.</summary>
    public IReadOnlyList<string> Failing { get; init; } = [];

    /// <summary>What a backend that heals while cases run has healed.</summary>
    public IReadOnlyList<HealRecord> HealedInRun { get; init; } = [];

    /// <summary>Cases beside those that broke that use an element.</summary>
    public IReadOnlyList<string> OtherUses { get; init; } = [];

    public bool FailsAfterHeal { get; init; }

    public HealDecision Decision { get; init; } = HealDecision.Healed;

    public static ArtifactRef Ref(string kind) => new(kind, new('0', 64), 1);

    public async Task<TOutput> RunAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input)
    {
        await Task.Yield();
        lock (_lock)
        {
            return (TOutput)Answer(stage.Name, input!);
        }
    }

    public Task<TResult[]> AllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAll(tasks);

    private object Answer(string stage, object input)
    {
        if (input is SelectInput s)
        {
            // Not worth a line in every test.
            var ids = SelectedIds ?? s.CaseIds;
            return new SelectOutput(ids, [.. s.CaseIds.Except(ids)], Ref(ArtifactKinds.RunResults), Ref(ArtifactKinds.CaseMarks), Quarantine, new(s.Healing!.Policy, s.Healing.MaxHeals ?? 5, s.Healing.Cases, s.Healing.Elements, s.HealMemory));
        }

        Calls.Add(input switch
        {
            ExecuteInput e => $"{stage} {string.Join(' ', e.CaseIds)}",
            HealInput h => $"{stage} {h.ElementId}",
            ScriptInput { Purpose: not ScriptPurpose.Keep } p => $"{stage} to {p.Purpose}",
            ScriptInput { Patches.Count: > 0 } p => $"{stage} with {string.Join(' ', p.Patches.Select(l => l.ElementId))}",
            _ => stage,
        });
        return input switch
        {
            DiscoverInput => new DiscoverOutput(Ref(ArtifactKinds.SiteMap), Pages, DiscoveryInterrupted),
            DesignInput => new DesignOutput(Ref(ArtifactKinds.TestPlan), CaseIds, false),
            ScriptInput => new ScriptOutput([], new Dictionary<string, ArtifactRef>(), Ref(ArtifactKinds.TestPlan)),
            ExecuteInput e => Execute(e),
            HealInput h => new HealOutput(Heal(h)),
            ReportInput r => Summarise(r),
            _ => throw new InvalidOperationException($"No answer for {stage}."),
        };
    }

    private ExecuteOutput Execute(ExecuteInput input)
    {
        Executed.Add(input);
        // As the engine does it: none without failures left, and no more once they are used up.
        var left = input.FailuresLeft ?? int.MaxValue;
        var outcomes = new List<CaseOutcome>();
        foreach (var id in input.CaseIds)
        {
            var outcome = left <= 0 ? new(id, Verdict.NotRun) : Failing.Contains(id) ? new(id, Verdict.Failed) : Outcome(id, input.Patches);
            left -= outcome is { Verdict: Verdict.Failed, BrokenElementId: null } ? 1 : 0;
            outcomes.Add(outcome);
        }

        return new(Ref(ArtifactKinds.RunResults), outcomes, false, HealedInRun);
    }

    private CaseOutcome Outcome(string id, IReadOnlyList<LocatorPatch> patches)
    {
        if (!Broken.TryGetValue(id, out var elements))
        {
            return new(id, Verdict.Passed);
        }

        return elements.Split(' ').FirstOrDefault(e => patches.All(p => p.ElementId != e)) is { } broken
            ? new(id, Verdict.Failed, broken, Ref(ArtifactKinds.PageFacts))
            : new(id, FailsAfterHeal ? Verdict.Failed : Verdict.Healed);
    }

    private HealRecord Heal(HealInput input) => new()
    {
        ElementId = input.ElementId,
        Decision = Decision,
        Old = new() { Kind = LocatorKind.TestId, Value = $"old {input.ElementId}" },
        New = Decision == HealDecision.Healed ? new() { Kind = LocatorKind.TestId, Value = "new" } : null,
        CaseIds = input.CaseIds,
        Uses = [.. input.CaseIds, .. OtherUses],
    };

    private ReportOutput Summarise(ReportInput input)
    {
        Report = input;
        return new(new(input.RunId, Pages, 0, 0, 0, 0, 0, 0, 0, input.Interrupted), new Dictionary<string, ArtifactRef>());
    }
}
