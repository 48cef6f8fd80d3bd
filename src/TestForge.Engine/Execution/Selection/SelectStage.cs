using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>Chooses the cases of a plan that are run, and their order. Every case it leaves out is told with the reason.</summary>
internal sealed class SelectStage(IArtifactStore artifacts, IRunEvents events) : IStage<SelectInput, SelectOutput>
{
    public async Task<SelectOutput> ExecuteAsync(SelectInput input, CancellationToken cancellationToken)
    {
        var selection = input.Selection;
        var plan = await artifacts.GetJsonAsync<TestPlan>(input.Plan, cancellationToken);
        var site = input.SiteMap is null ? null : await artifacts.GetJsonAsync<SiteMap>(input.SiteMap, cancellationToken);
        var last = selection.LastResults is null ? null : await artifacts.GetJsonAsync<RunResults>(selection.LastResults, cancellationToken);
        var memory = selection.Memory is null ? new CaseMemory() : await artifacts.GetJsonAsync<CaseMemory>(selection.Memory, cancellationToken);
        var wanted = input.CaseIds.ToHashSet(StringComparer.Ordinal);
        var cases = plan.Cases.Where(c => wanted.Contains(c.Id)).ToArray();
        var marks = new CaseMarks(plan, site, input.SiteMap?.Sha256);
        var marked = cases.ToDictionary(c => c.Id, marks.Of, StringComparer.Ordinal);
        var quarantine = QuarantineMatcher.Match(cases, selection.Quarantine, events);

        var leftOut = new Dictionary<string, NotRunReason>(StringComparer.Ordinal);
        var disabled = selection.Disabled.ToHashSet(StringComparer.Ordinal);
        LeaveOut(TitleFilter.Mismatches(cases, selection.Grep), NotRunReason.TitleDiffers);
        LeaveOut(Left().Where(c => disabled.Contains(c.Id)), NotRunReason.Disabled);

        // What is shared out must be the same on every machine, so nothing that only this one remembers comes before it.
        var shard = ShardPartition.Of(Left(), selection.Shard, WholeDurations.Of(cases, last));
        LeaveOut(shard.Others, NotRunReason.OtherShard);
        if (selection.LastFailed)
        {
            LeaveOut(Left().Where(c => LastVerdict(c.Id) is not (Verdict.Failed or Verdict.Quarantined)), NotRunReason.DidNotFail);
            Tell("select.nothing_failed", "No case failed when it last ran, so there is nothing to run.");
        }

        if (selection.OnlyChanged)
        {
            LeaveOut(Left().Where(c => memory.Cases.GetValueOrDefault(c.Id) is { Verdict: Verdict.Passed or Verdict.Healed, Mark: { } mark } && mark.IsSameAt(marked[c.Id])), NotRunReason.Unchanged);
            Tell("select.nothing_changed", "No case and none of their pages have changed since the cases passed, so there is nothing to run.");
            if (memory.Cases.Values.Any(c => c.Mark?.SiteMap is not null && c.Mark.SiteMap == input.SiteMap?.Sha256))
            {
                events.Publish(new RunEvent.RunWarning("select.map_not_newer", "The site map is the one of the last run, so nothing tells which pages have changed and their cases are run. Explore again first: testforge discover URL --out DIR"));
            }
        }

        var order = Left().Select(c => c.Id).ToArray();
        if (selection.ShuffleSeed is { } seed)
        {
            new Random(seed).Shuffle(order);
        }

        var results = new RunResults
        {
            Backend = "",
            Cases = [.. leftOut.Select(c => new CaseResult(c.Key, Verdict.NotRun, []) { NotRunBecause = c.Value, Quarantine = quarantine.GetValueOrDefault(c.Key) })],
            Shard = shard.Mark,
            ShuffleSeed = selection.ShuffleSeed,
        };
        return new(
            order,
            [.. leftOut.Keys],
            await artifacts.PutJsonAsync(ArtifactKinds.RunResults, results, cancellationToken),
            await artifacts.PutJsonAsync(ArtifactKinds.CaseMarks, marked, cancellationToken),
            [.. order.Where(quarantine.ContainsKey).Select(id => new QuarantinedCase(id, quarantine[id]))],
            HealPolicies.Of(plan, cases, input.Healing ?? new(), input.HealMemory, events));

        TestCase[] Left() => [.. cases.Where(c => !leftOut.ContainsKey(c.Id))];

        Verdict? LastVerdict(string id) => memory.Cases.GetValueOrDefault(id)?.Verdict ?? last?.Cases.FirstOrDefault(c => c.CaseId == id)?.Verdict;

        void LeaveOut(IEnumerable<TestCase> others, NotRunReason reason)
        {
            foreach (var other in others.ToArray())
            {
                leftOut[other.Id] = reason;
            }
        }

        void Tell(string code, string message)
        {
            if (Left().Length == 0)
            {
                events.Publish(new RunEvent.RunWarning(code, message));
            }
        }
    }
}
