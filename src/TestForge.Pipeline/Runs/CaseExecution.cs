namespace TestForge.Pipeline;

/// <summary>Runs the cases of a plan in batches, and has what drifted in them healed as far as the policy goes.</summary>
internal sealed class CaseExecution(RunInput run, PlannedRun planned, IPipelineHost host)
{
    /// <summary>Small enough to lose little to a crash, large enough to keep workers busy.</summary>
    private const int BatchSize = 20;

    private readonly bool _external = run.Backend == ExecutionBackends.Playwright;
    private readonly Dictionary<string, CaseOutcome> _outcomes = [];
    private readonly Dictionary<string, CaseOutcome> _tried = [];
    private readonly List<ArtifactRef> _results = [];
    private Dictionary<string, QuarantinedCase> _quarantine = [];
    private HealRounds _heals = new(HealPolicy.Off);
    private bool _interrupted;

    public async Task<ExecutedCases> RunAsync()
    {
        var selected = await host.RunAsync(Stages.Select, new(run.RunId, planned.Plan, planned.SiteMap, planned.CaseIds, run.Selection, run.Healing, run.HealMemory));
        _quarantine = selected.Quarantine.ToDictionary(q => q.CaseId);
        _heals = new(selected.Healing);
        if (selected.LeftOut.Count > 0 || run.Selection is { Shard: not null } or { ShuffleSeed: not null })
        {
            _results.Add(selected.Results);
        }

        foreach (var id in selected.LeftOut)
        {
            _outcomes[id] = new(id, Verdict.NotRun);
        }

        if (run.MaxFailures is { } most)
        {
            await ExecuteUntilAsync(selected.CaseIds, most);
        }
        else
        {
            Keep(await ExecuteAsync(selected.CaseIds, []));
        }

        while (!_interrupted && await HealAsync())
        {
        }

        var excess = _heals.Policy.ExcessOf(_heals.Records);
        var plan = excess is null ? await PatchAsync() : planned.Plan;
        return new(plan, _results, _heals.Records, [.. _outcomes.Values], _interrupted, excess);
    }

    /// <summary>For a backend that cannot heal while a case runs. Returns whether a further round could find more.</summary>
    private async Task<bool> HealAsync()
    {
        var broken = _heals.Broken(_outcomes.Values.Select(o => _tried.GetValueOrDefault(o.CaseId, o)));
        var outputs = await host.AllAsync(broken.Select(b => host.RunAsync(
            Stages.Heal,
            new(run.RunId, planned.Plan, b.ElementId, b.PageFacts, b.CaseIds, _heals.Policy.Memory))));
        _heals.Add(outputs.Select(o => o.Record));
        if (!outputs.Any(o => o.Record.New is not null) || _heals.Policy.ExcessOf(_heals.Records) is not null)
        {
            return false;
        }

        // A healed locator is a guess until a case passes whole with it.
        var healed = outputs.Select(o => o.Record).Where(r => r.New is not null).ToArray();
        Keep(await ExecuteAsync(_heals.CasesOf(healed, p => p >= HealingPolicy.HealAndReport), _heals.Guesses));
        foreach (var tried in (await ExecuteAsync(_heals.CasesOf(healed, p => p == HealingPolicy.Suggest), _heals.Guesses, trial: true)).SelectMany(t => t.Cases))
        {
            _tried[tried.CaseId] = tried;
        }

        _heals.Prove(_outcomes.Values.Concat(_tried.Values));
        return _heals.MayGoOn;
    }

    /// <summary>Writes what may be written into plan and scripts, and lays a patch beside them for what may not.</summary>
    private async Task<ArtifactRef> PatchAsync()
    {
        var plan = planned.Plan;
        if (_heals.Patch() is { Length: > 0 } patches)
        {
            plan = (await host.RunAsync(Stages.Script, new(run.RunId, plan, run.Languages, patches))).Plan;
        }

        if (_heals.Proposals is { Length: > 0 } proposals)
        {
            await host.RunAsync(Stages.Script, new(run.RunId, plan, run.Languages, proposals, ScriptPurpose.Propose));
        }

        return plan;
    }

    /// <summary>Batch after batch, so that no more is begun than the failures allow. Drift that will be healed is no failure yet.</summary>
    private async Task ExecuteUntilAsync(IReadOnlyList<string> caseIds, int most)
    {
        var size = _external ? Math.Max(1, caseIds.Count) : BatchSize;
        var batches = new Queue<string[]>(caseIds.Chunk(size));
        while (batches.Count > 0)
        {
            var left = Math.Max(0, most - _outcomes.Values.Count(o => o.Verdict == Verdict.Failed && !_heals.IsOpen(o)));
            if (left == 0 || _interrupted)
            {
                // What is left is told as not run.
                var rest = batches.SelectMany(b => b).ToArray();
                batches.Clear();
                Keep(await ExecuteAsync(rest, [], left));
                return;
            }

            Keep(await ExecuteAsync(batches.Dequeue(), [], left));
        }
    }

    private async Task<ExecuteOutput[]> ExecuteAsync(IReadOnlyList<string> caseIds, LocatorPatch[] patches, int? failuresLeft = null, bool trial = false)
    {
        if (caseIds.Count == 0)
        {
            return [];
        }

        var scripts = planned.TypeScript;
        if (_external && patches.Length > 0)
        {
            scripts = (await host.RunAsync(Stages.Script, new(run.RunId, planned.Plan, [ScriptLanguage.TypeScript], patches, ScriptPurpose.Try))).Find(ScriptLanguage.TypeScript);
        }

        var batches = _external ? [[.. caseIds]] : caseIds.Chunk(BatchSize).ToArray();
        return await host.AllAsync(batches.Select(batch => host.RunAsync(
            Stages.Execute,
            new(
                run.RunId,
                planned.Plan,
                batch,
                patches,
                run.Session,
                run.Backend,
                scripts,
                failuresLeft,
                _heals.Policy,
                [.. batch.Where(_quarantine.ContainsKey).Select(id => _quarantine[id])],
                trial))));
    }

    private void Keep(IEnumerable<ExecuteOutput> outputs)
    {
        foreach (var output in outputs)
        {
            _results.Add(output.Results);
            _interrupted |= output.Interrupted;
            _heals.Add(output.Heals ?? []);
            foreach (var outcome in output.Cases)
            {
                _outcomes[outcome.CaseId] = outcome;
            }
        }
    }
}
