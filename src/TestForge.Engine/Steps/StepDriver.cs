using System.Diagnostics;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Does the steps of a case on a page. Design observes with it and Execution judges with it, so both see the same.</summary>
internal sealed class StepDriver(
    BrowserSession session,
    Uri target,
    IReadOnlyDictionary<string, LocatorSpec> locators,
    StepTimeouts timeouts,
    ConsentBanner? consent = null,
    IBaselines? baselines = null,
    IReadOnlyDictionary<string, ElementFingerprint>? healed = null)
{
    private const float LookMilliseconds = 1_000;
    private readonly CaseValues _values = new(session.Variables);
    private readonly StepChecks _checks = new(session, target);
    private readonly PictureChecks _pictures = new(session.Page, baselines);
    private readonly ConsentSteps? _consent = consent is null ? null : new(session.Page, consent);

    /// <summary>A failure of the page is an outcome; only cancellation and a missing environment variable are thrown.</summary>
    public async Task<StepOutcome> PerformAsync(StepAction action, CancellationToken cancellationToken)
    {
        try
        {
            if (await HealRefusalAsync(action, cancellationToken) is { } refusal)
            {
                return new(StepTrouble.HealRefused, $"The healed locator {locators[action.Element!]} was not used: {refusal}.", ElementId: action.Element);
            }

            return action.IsCheck
                ? await CheckAsync(action, cancellationToken)
                : await ActAsync(action, cancellationToken);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await FailureOfAsync(action, e);
        }
    }

    /// <summary>How long after its time a step that failed would have gone on, or null when it would not within the limit.</summary>
    public async Task<TimeSpan?> LateAsync(StepAction action, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var came = action.IsCheck
                ? await MismatchAsync(action, limit, cancellationToken) is null
                : action.Element is not null && await ComesAsync(action, limit, cancellationToken);
            return came ? Stopwatch.GetElapsedTime(started) : null;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>Gives the elements that a locator finds to a function of the page and returns its text; null when they cannot be looked at.</summary>
    public async Task<string?> LookAsync(string elementId, string script, CancellationToken cancellationToken)
    {
        try
        {
            return await Locate(elementId).EvaluateAllAsync<string?>(script).WaitAsync(timeouts.Action, cancellationToken);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>A picture of an element as it stands; null when it cannot be taken.</summary>
    public Task<ElementPicture?> PictureAsync(string elementId, CancellationToken cancellationToken) => ElementCamera.TakeAsync(session.Page, Locate(elementId), cancellationToken);

    /// <summary>Answers a consent banner that an action has led to, and tells whether there was one.</summary>
    public async Task<bool> AnswerConsentAsync(CancellationToken cancellationToken) => _consent is not null && await _consent.AnswerIfShownAsync(cancellationToken);

    /// <summary>What this attempt has made up and noted.</summary>
    public CaseValues Values => _values;

    private ILocator Locate(string elementId) => locators.TryGetValue(elementId, out var locator)
        ? session.Page.Locate(_values.Resolve(locator))
        : throw new StageException("plan.unknown_element", $"The plan has no element '{elementId}'. Correct test-plan.json or design it again.", retryable: false);

    // What a list or an absence is checked by is no single element, and is never healed.
    private Task<string?> HealRefusalAsync(StepAction action, CancellationToken cancellationToken) =>
        action.Element is { } id && healed?.GetValueOrDefault(id) is { } print && action is not (StepAction.ExpectHidden or StepAction.ExpectEach or StepAction.ExpectSorted)
            ? LiveChecks.RefusalAsync(Locate(id), print, locators[id], action, action.IsCheck ? timeouts.Check : timeouts.Action, cancellationToken)
            : Task.FromResult<string?>(null);

    private async Task<StepOutcome> ActAsync(StepAction action, CancellationToken cancellationToken)
    {
        _checks.Disturbed();
        var limit = (float)timeouts.Action.TotalMilliseconds;
        var act = action switch
        {
            StepAction.Navigate a => NavigateAsync(a.Path, cancellationToken),
            StepAction.Click a => Locate(a.ElementId).ClickAsync(new() { Timeout = limit }),
            StepAction.DoubleClick a => Locate(a.ElementId).DblClickAsync(new() { Timeout = limit }),
            StepAction.Fill a => Locate(a.ElementId).FillAsync(_values.ResolveAll(a.Value), new() { Timeout = limit }),
            StepAction.FillDate a => FillDateAsync(a, limit),
            StepAction.Choose a => Locate(a.ElementId).SelectOptionAsync(new SelectOptionValue { Label = a.Option }, new() { Timeout = limit }),
            StepAction.ChooseAt a => Locate(a.ElementId).SelectOptionAsync(new SelectOptionValue { Index = a.Index }, new() { Timeout = limit }),
            StepAction.SetChecked a => Locate(a.ElementId).SetCheckedAsync(a.Checked, new() { Timeout = limit }),
            StepAction.Press a => Locate(a.ElementId).PressAsync(a.Key, new() { Timeout = limit }),
            StepAction.PressKey a => session.Page.Keyboard.PressAsync(a.Key),
            StepAction.Reload => session.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = (float)timeouts.Navigation.TotalMilliseconds }),
            StepAction.Back => session.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = (float)timeouts.Navigation.TotalMilliseconds }),
            StepAction.Note a => NoteAsync(a, limit),
            StepAction.Resize a => session.Page.SetViewportSizeAsync(a.Width, a.Height),
            _ => throw new StageException("plan.unknown_action", $"This version cannot do '{action.GetType().Name}'.", retryable: false),
        };

        // The browser keeps its own limit; this one is for a browser that no longer answers.
        await act.WaitAsync(timeouts.Navigation + timeouts.Action, cancellationToken);
        return StepOutcome.Ok;
    }

    private async Task NavigateAsync(string path, CancellationToken cancellationToken)
    {
        await (_consent?.PrepareAsync(cancellationToken) ?? Task.CompletedTask);
        await session.Page.GotoAsync(
            new Uri(target, path).AbsoluteUri,
            new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = (float)timeouts.Navigation.TotalMilliseconds });
        await (_consent?.AnswerAsync(cancellationToken) ?? Task.CompletedTask);
    }

    private async Task NoteAsync(StepAction.Note note, float limit)
    {
        var text = PageText.Clean(await Locate(note.ElementId).EvaluateAsync<string>(ElementText.Script, null, new() { Timeout = limit }), 300);
        var kept = note.DigitsOnly ? NumberText.Digits(text) : text;
        _values.Note(note.Name, kept.Length > 0 ? kept : throw new PlaywrightException($"There is nothing to note in '{text}'."));
    }

    private async Task FillDateAsync(StepAction.FillDate fill, float limit)
    {
        var field = Locate(fill.ElementId);
        var attribute = fill.Bound == DateBound.Earliest ? "min" : "max";
        var bound = await field.GetAttributeAsync(attribute, new() { Timeout = limit });
        await field.FillAsync(
            BoundedDate.Of(bound, fill.Days) ?? throw new PlaywrightException($"The field's attribute {attribute} is {bound ?? "missing"} and no date."),
            new() { Timeout = limit });
    }

    private async Task<StepOutcome> CheckAsync(StepAction action, CancellationToken cancellationToken)
    {
        var mismatch = await MismatchAsync(action, timeouts.Check, cancellationToken);
        if (mismatch is null)
        {
            return StepOutcome.Ok;
        }

        var trouble = mismatch switch
        {
            { LocatorBroken: true } => StepTrouble.NotOne,
            { Environment: true } => StepTrouble.Unmade,
            { Restless: true } => StepTrouble.Restless,
            _ => StepTrouble.Mismatch,
        };
        return new(trouble, mismatch.Message, mismatch.Expected, mismatch.Actual, action.Element, mismatch.Pictures);
    }

    private Task<CheckMismatch?> MismatchAsync(StepAction check, TimeSpan limit, CancellationToken cancellationToken) => check is StepAction.ExpectPicture picture
        ? _pictures.UntilHoldsAsync(picture, Locate(picture.ElementId), limit, cancellationToken)
        : UntilHoldsAsync(check, limit, cancellationToken);

    private Task<CheckMismatch?> UntilHoldsAsync(StepAction check, TimeSpan limit, CancellationToken cancellationToken) => _checks.UntilHoldsAsync(
        ResolvedCheck(check),
        check.Element is { } id ? Locate(id) : null,
        check is StepAction.ExpectSum sum ? Locate(sum.PartsElementId) : null,
        limit,
        cancellationToken);

    /// <summary>Only a click can be tried without being done, so what else an action needs is asked for.</summary>
    private async Task<bool> ComesAsync(StepAction action, TimeSpan limit, CancellationToken cancellationToken)
    {
        var element = Locate(action.Element!);
        await element.ClickAsync(new() { Trial = true, Timeout = (float)limit.TotalMilliseconds }).WaitAsync(timeouts.Action + limit, cancellationToken);
        return action switch
        {
            StepAction.Fill or StepAction.FillDate => await element.IsEditableAsync(new() { Timeout = LookMilliseconds }),
            StepAction.Choose a => await element.GetByRole(AriaRole.Option, new() { Name = a.Option, Exact = true, IncludeHidden = true }).CountAsync() > 0,
            _ => true,
        };
    }

    // Texts of a plan come from pages too, so they may refer to the attempt's own values only, never to the environment.
    private StepAction ResolvedCheck(StepAction check) => check switch
    {
        StepAction.ExpectPageText a => a with { Text = _values.Resolve(a.Text) },
        StepAction.ExpectNoPageText a => a with { Text = _values.Resolve(a.Text) },
        StepAction.ExpectText a => a with { Text = _values.Resolve(a.Text) },
        StepAction.ExpectTitle a => a with { Title = _values.Resolve(a.Title) },
        StepAction.ExpectContains a => a with { Text = _values.Resolve(a.Text) },
        StepAction.ExpectEach a => a with { Text = _values.Resolve(a.Text) },
        StepAction.ExpectChanged a => a with { Name = _values.Noted(a.Name) ?? "" },
        _ => check,
    };

    private async Task<StepOutcome> FailureOfAsync(StepAction action, Exception exception)
    {
        var message = FailureText.Of(exception.Message);
        if (session.Recorder.Crashed || message.Contains("net::", StringComparison.Ordinal) || message.Contains("crashed", StringComparison.Ordinal)
            || message.Contains("closed", StringComparison.Ordinal))
        {
            return new(StepTrouble.Broken, message, ElementId: action.Element);
        }

        if (action.Element is not { } id)
        {
            return new(exception is TimeoutException ? StepTrouble.TooLong : StepTrouble.Broken, message);
        }

        if (FailureText.WasDone(exception.Message))
        {
            return new(StepTrouble.TooLong, "It was done, and the page that it led to did not come in time.", ElementId: id);
        }

        // An element that is to be absent has not drifted when it cannot be found.
        if (action is StepAction.ExpectHidden)
        {
            return new(StepTrouble.TooLong, message, ElementId: id);
        }

        var count = await CountAsync(id);
        return count == 1
            ? new(
                StepTrouble.Unusable,
                $"The element was found but could not be used: {message}",
                ElementId: id,
                Obstacle: FailureText.ObstacleOf(exception.Message),
                Cover: FailureText.CoverOf(exception.Message))
            : new(StepTrouble.NotOne, $"The locator {locators[id]} finds {Amount(count)}.", "one element", Amount(count), id);
    }

    private async Task<int> CountAsync(string elementId)
    {
        try
        {
            return await Locate(elementId).CountAsync().WaitAsync(timeouts.Action);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return 0;
        }
    }

    private static string Amount(int count) => count == 0 ? "nothing" : $"{count} elements";
}
