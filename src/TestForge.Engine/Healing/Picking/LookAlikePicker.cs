using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Picking;

/// <summary>
/// Has the model pick among look-alikes by number, where rules have ended without a choice. Whether the picked one may be taken, the rules say.
/// It is asked once for an element in a run: what was found is kept by others, so whoever asks again asks after a pick that came to nothing.
/// </summary>
internal sealed class LookAlikePicker(IClaude claude, IOptions<ClaudeOptions> options)
{
    /// <summary>A bound for hosts of many runs; forgetting costs a question more.</summary>
    private const int MostRemembered = 10_000;

    /// <summary>A service that cannot be reached may be there again for the next case.</summary>
    private static readonly ClaudeOutcome[] Passing = [ClaudeOutcome.Unavailable, ClaudeOutcome.CircuitOpen, ClaudeOutcome.OverBudget, ClaudeOutcome.Disabled];

    private readonly ConcurrentDictionary<(Guid RunId, string ElementId), string> _said = new();

    /// <param name="runId">The run.</param>
    /// <param name="undecided">What rules came to.</param>
    /// <param name="alike">The elements between which they could not choose.</param>
    /// <param name="cases">The cases that use the element.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<HealRecord> PickAsync(Guid runId, HealRecord undecided, LookAlikes alike, IEnumerable<TestCase> cases, CancellationToken cancellationToken)
    {
        if (!claude.IsEnabled)
        {
            return undecided;
        }

        var asked = (runId, alike.Wanted.Id);
        if (_said.TryGetValue(asked, out var said))
        {
            return undecided with { Reason = $"{undecided.Reason} Another case of this run has asked the language model about it, with no heal: {said}" };
        }

        var count = alike.Candidates.Count;
        var result = await claude.AskAsync<PickAnswer>(
            options.Value.Scope,
            PickPrompt.Of(alike, cases),
            a => a.Candidate is null || (a.Candidate >= 1 && a.Candidate <= count) ? [] : [string.Create(CultureInfo.InvariantCulture, $"candidate: there is none with the number {a.Candidate}; they are 1 to {count}.")],
            cancellationToken);
        var (record, outcome) = result.Answer switch
        {
            null => (undecided, $"The language model was asked and did not choose ({result.Code}): {result.Reason}"),
            { Candidate: null } none => (undecided, $"The language model could not tell either: {PageText.Clean(none.Reason)}"),
            { Candidate: { } number } pick => Taken(alike.Take(alike.Candidates[number - 1]), pick, count),
        };
        if (!Passing.Contains(result.Outcome))
        {
            Remember(asked, outcome);
        }

        return record.Decision == HealDecision.Healed ? record with { Reason = outcome } : record with { Reason = $"{undecided.Reason} {outcome}" };
    }

    private (HealRecord Record, string Outcome) Taken(HealRecord taken, PickAnswer pick, int count)
    {
        var model = options.Value.Model;
        var outcome = string.Create(CultureInfo.InvariantCulture, $"{model} picked number {pick.Candidate} of {count} that rules could not tell apart: {PageText.Clean(pick.Reason)}");
        return taken.Decision == HealDecision.Healed ? (taken with { PickedBy = model }, outcome) : (taken, $"{outcome} It was not taken: {taken.Reason}");
    }

    private void Remember((Guid RunId, string ElementId) asked, string outcome)
    {
        if (_said.Count >= MostRemembered)
        {
            _said.Clear();
        }

        _said[asked] = outcome;
    }
}
