using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Signs in as the login file says, in a session of its own, signs out again, and expects the session to be over.</summary>
internal sealed class SignInMiner(TrialRoom room, TrialVisit visit, DraftState state, LiveSteps steps, LiveControls controls, string pageId)
{
    public async Task MineAsync(CancellationToken cancellationToken)
    {
        var login = room.Context.Login!;
        foreach (var step in login.Steps)
        {
            if (!await steps.DoAsync(StepOf(step), cancellationToken))
            {
                state.Drop("The steps of the login file did not work in this visit.");
                return;
            }
        }

        var sign = login.Success.Visible is { } visible ? await SignAsync(visible, cancellationToken) : null;
        if (TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is not { } inside || (sign is not null && !await steps.SeeAsync(new StepAction.ExpectVisible(sign), cancellationToken)))
        {
            state.Drop("The sign of success that the login file names was not seen.");
            return;
        }

        await AddressAsync(inside, cancellationToken);
        await SignOutAsync(inside, sign, cancellationToken);
    }

    private async Task SignOutAsync(string inside, string? sign, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        if (await controls.OnPageAsync(p => p.Role is "button" or "link" && SignOutWords.In(p.Name), cancellationToken, everywhere: true) is not { } control
            || !await steps.DoAsync(LiveControls.Click(room.Context.ElementNames[control], control), cancellationToken))
        {
            steps.Truncate(mark);
            return;
        }

        if (await controls.AgreeingAsync(cancellationToken) is { } agree)
        {
            await steps.DoAsync(LiveControls.Click(room.Context.ElementNames[agree], agree), cancellationToken);
        }

        if (TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is not { } outside || (sign is not null && !await steps.SeeAsync(new StepAction.ExpectHidden(sign), cancellationToken)))
        {
            steps.Truncate(mark);
            return;
        }

        await AddressAsync(outside, cancellationToken);
        mark = steps.Mark;
        // The page that was open a moment ago must not open again. Its address is part of the case then.
        if (AddressCheck.Of(inside) is null || !await steps.DoAsync(new(StepKeyword.When, "I open the page from before again", new StepAction.Navigate(inside)), cancellationToken)
            || TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is not { } again
            || !(again == inside || await AddressAsync(again, cancellationToken))
            || (sign is not null && !await steps.SeeAsync(new StepAction.ExpectHidden(sign), cancellationToken)))
        {
            steps.Truncate(mark);
        }
    }

    private async Task<bool> AddressAsync(string path, CancellationToken cancellationToken) =>
        AddressCheck.Of(path) is { } check && await steps.SeeAsync(check, cancellationToken);

    private TestStep StepOf(LoginStep step)
    {
        var name = NameOf(step);
        var id = steps.Adopt(pageId, name, step.Locator, new() { Tag = step.Do == "click" ? "button" : "input", Role = step.Do == "click" ? "button" : "textbox", Name = WordOf(step.Locator) }, many: true);
        return step.Do switch
        {
            "fill" => new(StepKeyword.When, $"I fill the {name}", new StepAction.Fill(id, step.Value ?? "")),
            "check" => new(StepKeyword.When, $"I tick the {name}", new StepAction.SetChecked(id, true)),
            "press" => new(StepKeyword.When, $"I press {step.Value ?? "Enter"} in the {name}", new StepAction.Press(id, step.Value ?? "Enter")),
            _ => LiveControls.Click(name, id),
        };
    }

    // The sign may show more than once, as in a menu and its small twin.
    private async Task<string?> SignAsync(LocatorSpec visible, CancellationToken cancellationToken)
    {
        var all = visit.Page.Locate(visible);
        var count = await all.CountAsync().WaitAsync(cancellationToken);
        for (var i = 0; i < Math.Min(count, 5); i++)
        {
            if (await all.Nth(i).IsVisibleAsync().WaitAsync(cancellationToken))
            {
                return steps.Adopt(pageId, $"{WordOf(visible)} that only those who are signed in see".TrimStart(), count == 1 ? visible : visible with { Nth = i }, new() { Tag = "a" }, many: true);
            }
        }

        return null;
    }

    private static string NameOf(LoginStep step) => $"{WordOf(step.Locator)} {(step.Do == "click" ? "button" : "field")}".TrimStart();

    private static string WordOf(LocatorSpec spec) => Browser.PageText.Clean(spec.Name ?? (spec.Kind is LocatorKind.Css or LocatorKind.TestId ? "" : spec.Value), 60);
}
