using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Checks of a case, tried until they hold or their time is over.</summary>
internal sealed class StepChecks(BrowserSession session, Uri target)
{
    private static readonly int[] Pauses = [20, 50, 100, 250];
    private const int AccessibilityLooks = 3;
    private static readonly TimeSpan AccessibilityPause = TimeSpan.FromMilliseconds(500);
    private readonly PageChecks _page = new(session, target);

    /// <inheritdoc cref="PageChecks.Disturbed"/>
    public void Disturbed() => _page.Disturbed();

    /// <summary>Returns null when the check holds, else what was seen last.</summary>
    public async Task<CheckMismatch?> UntilHoldsAsync(StepAction check, ILocator? locator, ILocator? parts, TimeSpan limit, CancellationToken cancellationToken)
    {
        // Checks of all that happened on a page are made once, when it has come to rest: trying again cannot undo an error.
        if (check is StepAction.ExpectConsoleClean or StepAction.ExpectRequestsSucceed or StepAction.ExpectLinksResolve or StepAction.ExpectWebVitals)
        {
            await _page.SettleAsync(cancellationToken);
            return await _page.CheckAsync(check, cancellationToken);
        }

        if (check is StepAction.ExpectAccessible)
        {
            await _page.SettleAsync(cancellationToken);
            return await AccessibleAsync(check, cancellationToken);
        }

        var started = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var mismatch = await TryOnceAsync(check, locator, parts, cancellationToken);
            if (mismatch is null || Stopwatch.GetElapsedTime(started) > limit)
            {
                return mismatch;
            }

            await Task.Delay(Pauses[Math.Min(attempt, Pauses.Length - 1)], cancellationToken);
        }
    }

    /// <summary>A page may still be putting itself together, so what is gone within a second does not count. The generated scripts do the same.</summary>
    private async Task<CheckMismatch?> AccessibleAsync(StepAction check, CancellationToken cancellationToken)
    {
        var mismatch = await TryOnceAsync(check, null, null, cancellationToken);
        for (var looks = 1; mismatch is not null && looks < AccessibilityLooks; looks++)
        {
            await Task.Delay(AccessibilityPause, cancellationToken);
            mismatch = await TryOnceAsync(check, null, null, cancellationToken);
        }

        return mismatch;
    }

    private async Task<CheckMismatch?> TryOnceAsync(StepAction check, ILocator? locator, ILocator? parts, CancellationToken cancellationToken)
    {
        try
        {
            return locator is null
                ? await _page.CheckAsync(check, cancellationToken)
                : await ElementAsync(check, locator, parts, cancellationToken);
        }
        catch (PlaywrightException e) when (e.Message.Contains("context was destroyed", StringComparison.Ordinal)
            || e.Message.Contains("was detached", StringComparison.Ordinal)
            || e.Message.Contains("strict mode", StringComparison.Ordinal))
        {
            return new("The page changed while it was checked.", "a page at rest", PageText.Clean(e.Message), Restless: true);
        }
    }

    private async Task<CheckMismatch?> ElementAsync(StepAction check, ILocator locator, ILocator? parts, CancellationToken cancellationToken)
    {
        switch (check)
        {
            case StepAction.ExpectEach a:
                return ListChecks.Each(await ListChecks.TextsAsync(locator, cancellationToken), a.Text);
            case StepAction.ExpectSorted a:
                return ListChecks.Sorted(await ListChecks.TextsAsync(locator, cancellationToken), a.Descending);
            case StepAction.ExpectHidden:
                return await HiddenAsync(locator, cancellationToken);
        }

        // One round trip: how many, and all that any check asks of the first.
        var seen = await locator.EvaluateAllAsync<ElementSight>(
            "all => { const e = all[0]; if (!e) return { count: 0 }; const b = e.getBoundingClientRect(); "
            + "const shown = e.checkVisibility({ visibilityProperty: true }) && b.width > 0 && b.height > 0; "
            + "return { count: all.length, visible: shown, text: (e.innerText ?? e.textContent ?? ''), value: e.value === undefined ? null : String(e.value), "
            + $"says: ({ElementText.Script})(e), "
            + "valid: e.validity ? e.validity.valid : true }; }").WaitAsync(cancellationToken);
        if (seen.Count != 1)
        {
            var amount = seen.Count == 0 ? "nothing" : $"{seen.Count.ToString(CultureInfo.InvariantCulture)} elements";
            return new($"The locator {locator} finds {amount}.", "one element", amount, LocatorBroken: true);
        }

        return check switch
        {
            StepAction.ExpectVisible => seen.Visible ? null : new("The element is not visible.", "visible", "hidden"),
            StepAction.ExpectText a => Same(a.Text, seen.Text, "text"),
            StepAction.ExpectValue a => Value(a.Value, seen.Value ?? ""),
            StepAction.ExpectInvalid => seen.Valid ? new("The field accepts the value.", "an invalid field", "a valid field") : null,
            StepAction.ExpectContains a => Contains(a.Text, seen.Says),
            StepAction.ExpectChanged a => PageText.Clean(seen.Says, 300) == a.Name ? new("The element says what it said before.", "another text", a.Name) : null,
            StepAction.ExpectSum => ListChecks.Sum(seen.Says, await ListChecks.TextsAsync(parts!, cancellationToken)),
            _ => throw new StageException("plan.unknown_action", $"This version cannot check '{check.GetType().Name}'.", retryable: false),
        };
    }

    private static async Task<CheckMismatch?> HiddenAsync(ILocator locator, CancellationToken cancellationToken) =>
        await locator.Filter(new() { Visible = true }).CountAsync().WaitAsync(cancellationToken) == 0 ? null : new("The element can be seen.", "hidden", "visible");

    private static CheckMismatch? Contains(string wanted, string actual)
    {
        var seen = PageText.Clean(actual, 2_000);
        return seen.Contains(PageText.Clean(wanted, 2_000), StringComparison.OrdinalIgnoreCase) ? null : new("The element does not contain the text.", wanted, PageText.Clean(seen, 300));
    }

    // What comes from the environment is told by its variable's name.
    private CheckMismatch? Value(string written, string actual) =>
        Same(session.Variables.Resolve(written), actual, "value") is { } mismatch && RunVariables.NamesIn(written).Any()
            ? mismatch with { Expected = written, Actual = "another value" }
            : Same(session.Variables.Resolve(written), actual, "value");

    private static CheckMismatch? Same(string expected, string actual, string what)
    {
        var seen = PageText.Clean(actual, 2_000);
        return seen == PageText.Clean(expected, 2_000) ? null : new($"The element's {what} is another.", expected, seen);
    }
}
