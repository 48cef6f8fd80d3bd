using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Checks again what proved a goal, and adds what else the page says then.</summary>
internal sealed class GoalMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    public async Task MineAsync(Probe.Proves probe, CancellationToken cancellationToken)
    {
        if (TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is not { } path)
        {
            state.Drop("It led to another site.");
            return;
        }

        foreach (var proof in probe.Proofs)
        {
            if (await HoldingAsync(proof, cancellationToken) is not { } check)
            {
                state.Drop($"What proved the goal was not there again: {Phrases.Then(room.Context, proof).Text}.");
                return;
            }

            var step = Phrases.Then(room.Context, check);
            state.Seen.Add(step);
            state.Required.Add(step);
        }

        if (visit.Before.Url.Length > 0 && visit.Before.Url != visit.After.Url && AddressCheck.Of(path) is { } address && !path.Contains(visit.Driver.Values.Unique, StringComparison.OrdinalIgnoreCase))
        {
            state.Seen.Add(Phrases.Then(room.Context, address));
        }

        var said = probe.Proofs.OfType<StepAction.ExpectPageText>().Select(p => p.Text).ToArray();
        foreach (var text in new OutcomeMiner(room, visit, state).Texts(visit.Before, visit.After).Where(t => !said.Any(s => t.Contains(s, StringComparison.OrdinalIgnoreCase) || s.Contains(t, StringComparison.OrdinalIgnoreCase))))
        {
            state.Seen.Add(Phrases.Then(room.Context, new StepAction.ExpectPageText(text)));
        }
    }

    /// <summary>The check, or the part of its text that no number or day makes another one tomorrow; null when neither holds.</summary>
    private async Task<StepAction?> HoldingAsync(StepAction proof, CancellationToken cancellationToken)
    {
        foreach (var check in ProofReadings.Of(proof))
        {
            if ((await visit.Driver.PerformAsync(check, cancellationToken)).Passed)
            {
                return check;
            }
        }

        return null;
    }
}
