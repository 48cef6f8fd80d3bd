using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Has drifted elements of a batch's cases healed, as far as the policy goes, and keeps what came of it.</summary>
internal sealed class DriftHealer(IStage<HealInput, HealOutput> stage, HealBook book, ExecuteInput input, IReadOnlyDictionary<string, HealRecord> approved)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HealRecord> _records = [];
    private readonly HealPolicy _policy = input.Healing ?? HealPolicy.Off;

    public IReadOnlyList<HealRecord> Records
    {
        get
        {
            lock (_lock)
            {
                return [.. _records.Values.OrderBy(r => r.ElementId, StringComparer.Ordinal)];
            }
        }
    }

    public bool MayLook(string caseId, string elementId) => _policy.For(caseId, elementId) != HealingPolicy.Off;

    /// <summary>Whether a case may pass by a heal. Where heals are only suggested, one that a person has approved is more than that.</summary>
    public bool MayPass(string caseId, HealRecord heal) => _policy.For(caseId, heal.ElementId) switch
    {
        HealingPolicy.Off => false,
        HealingPolicy.Suggest => heal.Remembered,
        _ => true,
    };

    /// <summary>What is known of an element before its locator has been waited for in vain: found by another case, or approved by a person.</summary>
    public HealRecord? Known(string caseId, string elementId) =>
        (book.Find(input.RunId, elementId) ?? approved.GetValueOrDefault(elementId)) is { } known && MayPass(caseId, known) ? known : null;

    /// <param name="caseId">The case that broke.</param>
    /// <param name="elementId">The element it broke on.</param>
    /// <param name="facts">The page.</param>
    /// <param name="finds">How many elements of the page itself a locator finds.</param>
    /// <param name="look">Looks at what the new locator finds.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<HealRecord> HealAsync(string caseId, string elementId, ArtifactRef facts, Func<LocatorSpec, Task<int>> finds, Func<HealRecord, Task<HealRecord>> look, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(input.RunId, elementId, LookAsync, cancellationToken);
        Add(caseId, found, proved: false);
        return found.New is { } locator && await finds(locator) == 1 ? found : found with { New = null };

        async Task<HealRecord> LookAsync()
        {
            var record = (await stage.ExecuteAsync(new(input.RunId, input.Plan, elementId, facts, [caseId], _policy.Memory), cancellationToken)).Record;
            return record.New is { } proposed && await finds(proposed) is not 1 and var count
                ? record with { Decision = HealDecision.Refused, New = null, Reason = $"The element was found, but on the page itself its locator {proposed} finds {count} elements." }
                : await look(record);
        }
    }

    /// <summary>Notes that a case went on with a heal, and whether it passed whole.</summary>
    public void Add(string caseId, HealRecord heal, bool proved)
    {
        lock (_lock)
        {
            var known = _records.GetValueOrDefault(heal.ElementId);
            var told = known is null || (known.New is null && heal.New is not null) ? heal : known;
            _records[heal.ElementId] = told with
            {
                CaseIds = [.. (known?.CaseIds ?? []).Append(caseId).Distinct().Order(StringComparer.Ordinal)],
                Proved = known?.Proved == true || proved,
            };
        }
    }
}
