using System.Globalization;
using Microsoft.Extensions.Options;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Picking;

/// <summary>Has the model pick among look-alikes by number, where rules have ended without a choice. Whether the picked one may be taken, the rules say.</summary>
internal sealed class LookAlikePicker(IClaude claude, IOptions<ClaudeOptions> options)
{
    /// <param name="undecided">What rules came to.</param>
    /// <param name="alike">The elements between which they could not choose.</param>
    /// <param name="cases">The cases that use the element.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<HealRecord> PickAsync(HealRecord undecided, LookAlikes alike, IEnumerable<TestCase> cases, CancellationToken cancellationToken)
    {
        if (!claude.IsEnabled)
        {
            return undecided;
        }

        var count = alike.Candidates.Count;
        var result = await claude.AskAsync<PickAnswer>(
            options.Value.Scope,
            PickPrompt.Of(alike, cases),
            a => a.Candidate is null || (a.Candidate >= 1 && a.Candidate <= count) ? [] : [string.Create(CultureInfo.InvariantCulture, $"candidate: there is none with the number {a.Candidate}; they are 1 to {count}.")],
            cancellationToken);
        return result.Answer switch
        {
            null => undecided with { Reason = $"{undecided.Reason} The language model was asked and did not choose ({result.Code}): {result.Reason}" },
            { Candidate: null } none => undecided with { Reason = $"{undecided.Reason} The language model could not tell either: {PageText.Clean(none.Reason)}" },
            { Candidate: { } number } pick => Taken(undecided, alike.Take(alike.Candidates[number - 1]), pick, count),
        };
    }

    private HealRecord Taken(HealRecord undecided, HealRecord taken, PickAnswer pick, int count)
    {
        var model = options.Value.Model;
        var said = string.Create(CultureInfo.InvariantCulture, $"{model} picked number {pick.Candidate} of {count} that rules could not tell apart: {PageText.Clean(pick.Reason)}");
        return taken.Decision == HealDecision.Healed
            ? taken with { PickedBy = model, Reason = said }
            : taken with { Reason = $"{undecided.Reason} {said} It was not taken: {taken.Reason}" };
    }
}
