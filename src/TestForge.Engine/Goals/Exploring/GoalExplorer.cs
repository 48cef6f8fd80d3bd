using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Goals.Literal;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>Finds a way to a goal on the live application, within steps, time and what the model's budgets allow.</summary>
internal sealed class GoalExplorer(IClaude claude, GoalTranslator translator, IOptions<ClaudeOptions> options, BrowserHost browsers, IRunEvents events, TimeProvider clock)
{
    /// <summary>Throws only when it is cancelled; everything else is told in the trail.</summary>
    public async Task<GoalTrail> ExploreAsync(TestGoal goal, GoalSettings settings, CancellationToken cancellationToken)
    {
        if (!claude.IsEnabled && goal.Steps.FirstOrDefault(s => s.Kind == GoalStepKind.Whole || LiteralSteps.Read(s.Text) is null) is { } free)
        {
            return new()
            {
                Goal = goal,
                Code = GoalCodes.NeedsModel,
                Reason = $"\"{free.Text}\" needs the language model: set ANTHROPIC_API_KEY, or write it as a scenario of steps that are followed literally, such as When I click \"Checkout\" (docs/guides/goals.md).",
            };
        }

        GoalWalk? walk = null;
        string? failure;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(settings.Limits.MaxMinutes), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var own = settings.Page with { Variables = GoalWords.Variables(goal), StorageState = goal.SignedOut ? null : settings.Page.StorageState };
            var (page, opened) = await LivePage.OpenAsync(browsers, own, either.Token);
            await using var used = page;
            walk = new(claude, translator, options, events, page, goal, settings);
            failure = await walk.RunAsync(opened, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            failure = $"{settings.Limits.MaxMinutes} {(settings.Limits.MaxMinutes == 1 ? "minute was" : "minutes were")} not enough";
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            failure = $"the browser gave up: {PageText.Clean(e.Message.Split('\n')[0])}";
        }
        catch (StageException e) when (e.Code == "step.variable_missing")
        {
            failure = e.Message;
        }

        return new()
        {
            Goal = goal,
            Items = walk?.Items ?? [],
            Tried = walk?.Tried ?? 0,
            LastPath = walk?.LastPath ?? settings.Page.StartPath,
            Code = failure is null ? null : GoalCodes.NotReached,
            Reason = failure,
        };
    }
}
