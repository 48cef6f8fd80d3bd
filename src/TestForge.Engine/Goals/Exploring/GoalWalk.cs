using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Engine.Goals.Literal;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>One goal on its way: follows its sentences on a live page, by rules where they are literal, else by asking the model.</summary>
internal sealed class GoalWalk(IClaude claude, GoalTranslator translator, IOptions<ClaudeOptions> options, IRunEvents events, LivePage page, TestGoal goal, GoalSettings settings)
{
    private const int MaxUnprovable = 3;

    private readonly GoalHistory _history = new();
    private readonly List<TrailItem> _items = [];
    private readonly string _given = GoalWords.Given(goal);
    private string? _words;
    private PageEvidence? _first;
    private PageEvidence? _last;
    private bool _acted;

    public IReadOnlyList<TrailItem> Items => _items;

    public int Tried => _history.Count;

    public string LastPath => _last?.Path ?? settings.Page.StartPath;

    /// <summary>Returns why the goal was not reached, or null.</summary>
    public async Task<string?> RunAsync(LiveAnswer opened, CancellationToken cancellationToken)
    {
        if (opened.Step is not { } start)
        {
            return $"{settings.Page.StartPath} could not be opened: {opened.Message}";
        }

        _items.Add(new(start));
        foreach (var step in goal.Steps)
        {
            if (await FollowAsync(step, cancellationToken) is { } failure)
            {
                return step.Kind == GoalStepKind.Whole ? failure : $"at \"{step.Kind} {step.Text}\": {failure}";
            }
        }

        return null;
    }

    private async Task<string?> FollowAsync(GoalStep step, CancellationToken cancellationToken)
    {
        if (step.Kind != GoalStepKind.Whole && LiteralSteps.Read(step.Text) is { } literal)
        {
            var failure = await LiteralAsync(literal, cancellationToken);
            if (failure is null || !claude.IsEnabled)
            {
                return failure;
            }

            _history.Note($"\"{step.Text}\" could not be followed by its words: {failure}");
        }

        return await AskedAsync(step, cancellationToken);
    }

    private async Task<string?> LiteralAsync(LiteralStep literal, CancellationToken cancellationToken)
    {
        var evidence = await LookAsync(cancellationToken);
        if (literal.Check is { } check)
        {
            if (!await page.HoldsAsync(check, cancellationToken))
            {
                return "the page does not show it";
            }

            _items.Add(new(Proof: check));
            return null;
        }

        var (act, fault) = literal.ActOn(evidence);
        if (act is null)
        {
            return fault;
        }

        var (answer, hopeless) = await ActAsync(act, evidence, cancellationToken);
        return answer.Result == LiveResult.Done ? hopeless : answer.Message;
    }

    private async Task<string?> AskedAsync(GoalStep step, CancellationToken cancellationToken)
    {
        for (var unprovable = 0; ;)
        {
            if (_history.Count >= settings.Limits.MaxSteps)
            {
                return $"{settings.Limits.MaxSteps} steps were not enough";
            }

            var evidence = await LookAsync(cancellationToken);
            var check = new MoveCheck(evidence, step.Kind, _acted ? _first : null, _words);
            var result = await claude.AskAsync<GoalMove>(options.Value.Scope, GoalPrompt.Of(goal, step, _history, evidence, settings), check.FaultsOf, cancellationToken);
            if (result.Answer is not { } move)
            {
                return $"the language model gave no next step ({result.Code}): {result.Reason}";
            }

            if (_words is null && move.Decision == GoalDecision.Done && IsWordless(step, move))
            {
                _words = $"{_given}\n{await translator.WordsAsync(goal, _given, evidence.Language, cancellationToken)}";
            }

            switch (move.Decision)
            {
                case GoalDecision.GiveUp:
                    return $"the language model gave up: {move.Reason}";
                case GoalDecision.Done when await ProveAsync(step, move, cancellationToken):
                    return null;
                case GoalDecision.Done when _words is not null && IsWordless(step, move) && unprovable < MaxUnprovable - 1:
                    unprovable++;
                    _history.Note("done was said, nothing has been done yet, and none of the proofs says a word of the goal; they stand on the page whether or not it is reached");
                    break;
                case GoalDecision.Done when ++unprovable == MaxUnprovable:
                    return "what should prove it cannot be found on the page by a locator";
                case GoalDecision.Done:
                    _history.Note("done was said, and none of the proofs can be found as one visible text; name shorter ones");
                    break;
                default:
                    if ((await ActAsync(new(move.Tool!.Value, move.Ref, move.Value), evidence, cancellationToken)).Hopeless is { } hopeless)
                    {
                        return hopeless;
                    }

                    break;
            }
        }
    }

    /// <summary>Whether nothing has been done and no proof says a word of the goal: then it may be a goal and a page of two languages.</summary>
    private bool IsWordless(GoalStep step, GoalMove move) => step.Kind == GoalStepKind.Whole && !_acted && !MoveCheck.Proving(move.Proofs, null, _words ?? _given).Any();

    /// <summary>Keeps what can be checked of the proofs; a deed needs none.</summary>
    private async Task<bool> ProveAsync(GoalStep step, GoalMove move, CancellationToken cancellationToken)
    {
        if (step.Kind is GoalStepKind.Given or GoalStepKind.When)
        {
            return true;
        }

        var found = false;
        foreach (var proof in step.Kind == GoalStepKind.Whole ? MoveCheck.Proving(move.Proofs, _acted ? _first : null, _words ?? _given) : move.Proofs)
        {
            var check = new StepAction.ExpectPageText(page.Generalise(proof.Trim()));
            if (await page.HoldsAsync(check, cancellationToken))
            {
                _items.Add(new(Proof: check));
                found = true;
            }
        }

        return found;
    }

    private async Task<(LiveAnswer Answer, string? Hopeless)> ActAsync(LiveAct act, PageEvidence evidence, CancellationToken cancellationToken)
    {
        var what = GoalWords.Of(act, evidence);
        var answer = act is { Kind: LiveActKind.Fill, Value: { } text } && TypedValues.RefusalOf(text, _given) is { } refused
            ? new(LiveResult.Refused, refused, [])
            : await page.ActAsync(act, cancellationToken);
        var hopeless = _history.Add(what, evidence.State, answer);
        if (answer is { Result: LiveResult.Done, Step: { } step })
        {
            _items.Add(new(step));
            _acted = true;
        }

        events.Publish(new RunEvent.GoalStepped(goal.Title, _history.Count, settings.Limits.MaxSteps, answer.Result == LiveResult.Done ? what : $"{what} ({(answer.Result == LiveResult.Refused ? "refused" : "failed")})"));
        return (answer, page.Alive ? hopeless : "the page or its browser ended");
    }

    private async Task<PageEvidence> LookAsync(CancellationToken cancellationToken)
    {
        _last = await page.ReadAsync(cancellationToken);
        _first ??= _last;
        return _last;
    }
}
