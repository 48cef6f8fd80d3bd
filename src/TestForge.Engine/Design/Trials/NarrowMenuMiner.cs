using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Looks, in a narrow window, for the button that shows the navigation which the window has no room for.</summary>
internal sealed class NarrowMenuMiner(TrialVisit visit, DraftState state, LiveSteps steps, string pageId)
{
    private const int MaxButtons = 3;
    private static readonly string[] Places = ["navigation", "banner"];

    public async Task MineAsync(CancellationToken cancellationToken)
    {
        var wide = await PageReader.ReadAsync(visit.Page, new(SettleMilliseconds: 2_000), cancellationToken);
        if (!await steps.DoAsync(Phrases.WhenResize(Probe.NarrowMenu.Width, Probe.NarrowMenu.Height), cancellationToken))
        {
            return;
        }

        var narrow = await PageReader.ReadAsync(visit.Page, new(SettleMilliseconds: 2_000), cancellationToken);
        var links = wide.Elements.Where(e => e.Visible && e.Print is { Role: "link", Name.Length: > 0 } && Places.Contains(e.Print.Landmark)).Select(e => e.Print).ToArray();
        var hidden = links.Where(l => !IsShown(narrow, l)).ToArray();
        if (hidden.Length == 0)
        {
            state.Drop("A narrow window shows the navigation without a button for it.");
            return;
        }

        var buttons = narrow.Elements.Where(e => e is { Visible: true, Enabled: true, Print.Role: "button" } && !IsShown(wide, e.Print) && DestructiveGuard.HazardOfWords(e.Print.Name) is null)
            .OrderByDescending(e => Places.Contains(e.Print.Landmark)).Take(MaxButtons);
        foreach (var button in buttons.Select(b => b.Print))
        {
            var mark = steps.Mark;
            if (await LocatorPicker.PickAsync(visit.Page, button, cancellationToken) is { } spec
                && await steps.DoAsync(LiveControls.Click($"{button.Name} button".TrimStart(), steps.Adopt(pageId, $"{button.Name} button of the narrow page".TrimStart(), spec, button, many: false)), cancellationToken)
                && await SeesAsync(hidden, cancellationToken))
            {
                return;
            }

            steps.Truncate(mark);
        }

        state.Drop("No button that only a narrow window shows has led to the navigation.");
    }

    private async Task<bool> SeesAsync(ElementFingerprint[] hidden, CancellationToken cancellationToken)
    {
        var open = await PageReader.ReadAsync(visit.Page, new(SettleMilliseconds: 2_000), cancellationToken);
        var seen = false;
        foreach (var link in hidden.Select(l => open.Elements.FirstOrDefault(e => e.Visible && e.Print.Css == l.Css && e.Print.Name == l.Name)?.Print).OfType<ElementFingerprint>().Take(2))
        {
            seen |= await LocatorPicker.PickAsync(visit.Page, link, cancellationToken) is { } spec
                && await steps.SeeAsync(new StepAction.ExpectVisible(steps.Adopt(pageId, $"{link.Name} link", spec, link, many: false)), cancellationToken);
        }

        return seen;
    }

    private static bool IsShown(PageFacts facts, ElementFingerprint print) => facts.Elements.Any(e => e.Visible && e.Print.Css == print.Css && e.Print.Name == print.Name);
}
