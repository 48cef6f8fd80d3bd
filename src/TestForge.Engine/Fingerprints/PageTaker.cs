using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>Takes what is on the pages that an attempt comes to, each page once a process.</summary>
internal sealed class PageTaker(TestPlan plan, FingerprintBook book, BrowserSession session, CaseSight sight, Func<string, string> hide)
{
    // A page with more is no page whose elements could all be known.
    private const int MaxElements = 1_000;
    private bool _resized;

    /// <summary>Looks at the page of a step that has passed and left its page as it is.</summary>
    public async Task PassedAsync(StepAction action, CancellationToken cancellationToken)
    {
        // What stands where depends on the size of the window.
        _resized |= action is StepAction.Resize;
        if (_resized || !(action.IsCheck || action is StepAction.Fill or StepAction.Choose or StepAction.SetChecked) || PageOf(action) is not { } page || !IsAt(page))
        {
            return;
        }

        try
        {
            var facts = await PageReader.ReadAsync(session.Page, new(SettleMilliseconds: 0, QuietMilliseconds: 0), cancellationToken);
            var prints = facts.Elements.Where(e => e.Visible).Select(e => e.Print).ToArray();
            if (prints.Length <= MaxElements)
            {
                sight.Pages[page.Id] = JsonSerializer.Deserialize<ElementFingerprint[]>(hide(JsonSerializer.Serialize(prints, ArtifactJson.Compact)), ArtifactJson.Compact)!;
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // A page that cannot be read now is read by the next case.
        }
    }

    private PlanPage? PageOf(StepAction action) =>
        action.Element is { } id
        && plan.Elements.FirstOrDefault(e => e.Id == id)?.PageId is { } pageId
        && !sight.Pages.ContainsKey(pageId)
        && book.WantsPage(plan, pageId)
            ? plan.Pages.FirstOrDefault(p => p.Id == pageId)
            : null;

    private bool IsAt(PlanPage page) =>
        Uri.TryCreate(session.Page.Url, UriKind.Absolute, out var address) && Uri.TryCreate(plan.Target, page.Path, out var planned)
        && address.PathAndQuery + address.Fragment == planned.PathAndQuery + planned.Fragment;
}
