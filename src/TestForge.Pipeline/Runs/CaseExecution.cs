namespace TestForge.Pipeline;

/// <summary>Runs the cases of a plan in batches, heals what drifted, and runs those cases again.</summary>
internal sealed class CaseExecution(RunInput run, PlannedRun planned, IPipelineHost host)
{
    /// <summary>Small enough to lose little to a crash, large enough to keep workers busy.</summary>
    private const int BatchSize = 20;

    /// <summary>A case may have several broken locators; each round heals the first of them.</summary>
    private const int MaxHealRounds = 3;

    private readonly Dictionary<string, CaseOutcome> _outcomes = [];
    private readonly Dictionary<string, HealRecord> _heals = [];
    private readonly List<ArtifactRef> _results = [];
    private ArtifactRef? _typeScript = planned.TypeScript;
    private Dictionary<string, QuarantinedCase> _quarantine = [];
    private bool _guessesScripted;
    private bool _interrupted;

    private LocatorPatch[] ProvedPatches =>
        [.. _heals.Values.Where(h => h.Proved).Select(h => new LocatorPatch(h.ElementId, h.New!))];

    public async Task<ExecutedCases> RunAsync()
    {
        var selected = await host.RunAsync(Stages.Select, new(run.RunId, planned.Plan, planned.SiteMap, planned.CaseIds, run.Selection));
        _quarantine = selected.Quarantine.ToDictionary(q => q.CaseId);
        if (selected.LeftOut.Count > 0 || run.Selection is { Shard: not null } or { ShuffleSeed: not null })
        {
            _results.Add(selected.Results);
        }

        foreach (var id in selected.LeftOut)
        {
            _outcomes[id] = new(id, Verdict.NotRun);
        }

        await (run.MaxFailures is { } most ? ExecuteUntilAsync(selected.CaseIds, most) : ExecuteAsync(selected.CaseIds, []));
        if (run.Heal)
        {
            for (var round = 0; round < MaxHealRounds && !_interrupted && await HealAsync(); round++)
            {
            }
        }

        var plan = planned.Plan;
        // Guesses that were tried as scripts are taken back when nothing proved them.
        if (ProvedPatches is var proved && (proved.Length > 0 || _guessesScripted))
        {
            plan = (await host.RunAsync(Stages.Script, new(run.RunId, plan, run.Languages, proved))).Plan;
        }

        return new(plan, _results, [.. _heals.Values], [.. _outcomes.Values], _interrupted);
    }

    /// <summary>Returns whether a further round could find more.</summary>
    private async Task<bool> HealAsync()
    {
        var broken = _outcomes.Values
            .Where(o => o is { Verdict: Verdict.Failed, BrokenElementId: not null, PageFacts: not null } && !_heals.ContainsKey(o.BrokenElementId))
            .GroupBy(o => o.BrokenElementId!)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        var outputs = await host.AllAsync(broken.Select(g => host.RunAsync(
            Stages.Heal,
            new(run.RunId, planned.Plan, g.Key, g.First().PageFacts!, [.. g.Select(o => o.CaseId)]))));
        foreach (var output in outputs)
        {
            _heals[output.Record.ElementId] = output.Record;
        }

        var healed = outputs.Select(o => o.Record).Where(r => r.Decision == HealDecision.Healed).ToArray();
        if (healed.Length == 0)
        {
            return false;
        }

        // A healed locator is a guess until a case passes whole with it.
        var guesses = _heals.Values.Where(h => h.New is not null).Select(h => new LocatorPatch(h.ElementId, h.New!)).ToArray();
        await ExecuteAsync([.. healed.SelectMany(h => h.CaseIds).Distinct()], guesses);
        foreach (var heal in _heals.Values.Where(h => h.New is not null).ToArray())
        {
            _heals[heal.ElementId] = heal with { Proved = heal.CaseIds.Any(id => _outcomes[id].Verdict == Verdict.Healed) };
        }

        return true;
    }

    /// <summary>Batch after batch, so that no more is begun than the failures allow. Drift that will be healed is no failure yet.</summary>
    private async Task ExecuteUntilAsync(IReadOnlyList<string> caseIds, int most)
    {
        var size = run.Backend == ExecutionBackends.Playwright ? Math.Max(1, caseIds.Count) : BatchSize;
        var batches = new Queue<string[]>(caseIds.Chunk(size));
        while (batches.Count > 0)
        {
            var left = Math.Max(0, most - _outcomes.Values.Count(o => o.Verdict == Verdict.Failed && !(run.Heal && o.BrokenElementId is not null)));
            if (left == 0 || _interrupted)
            {
                // What is left is told as not run.
                var rest = batches.SelectMany(b => b).ToArray();
                batches.Clear();
                await ExecuteAsync(rest, [], left);
                return;
            }

            await ExecuteAsync(batches.Dequeue(), [], left);
        }
    }

    private async Task ExecuteAsync(IReadOnlyList<string> caseIds, LocatorPatch[] patches, int? failuresLeft = null)
    {
        if (caseIds.Count == 0)
        {
            return;
        }

        var external = run.Backend == ExecutionBackends.Playwright;
        if (external && patches.Length > 0)
        {
            var scripts = await host.RunAsync(Stages.Script, new(run.RunId, planned.Plan, run.Languages, patches));
            _typeScript = scripts.Find(ScriptLanguage.TypeScript);
            _guessesScripted = true;
        }

        var batches = external ? [[.. caseIds]] : caseIds.Chunk(BatchSize).ToArray();
        var outputs = await host.AllAsync(batches.Select(batch => host.RunAsync(
            Stages.Execute,
            new(run.RunId, planned.Plan, batch, patches, run.Session, run.Backend, _typeScript, failuresLeft, run.Heal, [.. batch.Where(_quarantine.ContainsKey).Select(id => _quarantine[id])]))));
        foreach (var output in outputs)
        {
            _results.Add(output.Results);
            _interrupted |= output.Interrupted;
            foreach (var outcome in output.Cases)
            {
                _outcomes[outcome.CaseId] = outcome;
            }
        }
    }
}
