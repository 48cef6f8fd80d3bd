using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Looks in the living page at what a healed locator finds, before a step uses it. A heal was decided on a page as it was read; this page may be another.</summary>
internal static class LiveChecks
{
    private const string Look = """
        all => {
          const e = all[0];
          if (!e) return { count: 0 };
          const box = e.getBoundingClientRect();
          const type = e.getAttribute('type')?.toLowerCase() ?? null;
          const untyped = ['button', 'submit', 'reset', 'image', 'checkbox', 'radio', 'file', 'range', 'color'];
          const textual = (e.localName === 'input' && !untyped.includes(type)) || e.localName === 'textarea';
          let frames = 0;
          for (let at = window; at !== window.top; at = at.parent) frames++;
          return {
            count: all.length,
            tag: e.localName,
            type,
            role: (e.getAttribute('role') ?? '').trim().split(/\s+/)[0],
            visible: e.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0,
            enabled: !e.matches(':disabled') && e.getAttribute('aria-disabled') !== 'true',
            editable: (textual && !e.readOnly) || e.isContentEditable === true,
            holds: e.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, [role=button], [role=link]').length,
            frameDepth: frames,
          };
        }
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Elements that hold others. To act on one means to act on whatever lies in its middle.</summary>
    private static readonly HashSet<string> Containers =
        ["html", "body", "main", "form", "fieldset", "section", "article", "aside", "nav", "header", "footer", "table", "tbody", "tr", "ul", "ol", "dl", "dialog", "iframe", "frame"];

    /// <summary>Waits until the element may be used as the step wants, and returns null; or, when the time is over, why it must not be.</summary>
    /// <param name="locator">What the healed locator finds.</param>
    /// <param name="wanted">What the element looked like when the case was designed.</param>
    /// <param name="healed">What the healer found.</param>
    /// <param name="action">What is to be done with it.</param>
    /// <param name="limit">How long the page may take.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<string?> RefusalAsync(ILocator locator, ElementFingerprint wanted, LocatorSpec healed, StepAction action, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await locator.EvaluateAllAsync<LiveElement>(Look).WaitAsync(cancellationToken);
            var refusal = Refusal(seen, wanted, healed.Frames.Count, action);
            if (refusal is null || Stopwatch.GetElapsedTime(started) > limit)
            {
                return refusal;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Returns why the element must not be used, or null.</summary>
    public static string? Refusal(LiveElement seen, ElementFingerprint wanted, int frameDepth, StepAction action)
    {
        if (seen.Count != 1)
        {
            return seen.Count == 0 ? "it finds nothing" : $"it finds {seen.Count.ToString(CultureInfo.InvariantCulture)} elements";
        }

        if (!seen.Visible)
        {
            return "it is not visible";
        }

        if (seen.FrameDepth != frameDepth || seen.FrameDepth != wanted.Frames.Count)
        {
            return "it is in another frame";
        }

        if (action.IsCheck)
        {
            return null;
        }

        if (!seen.Enabled)
        {
            return "it is disabled";
        }

        var use = ElementUses.Of(new() { Tag = seen.Tag, Type = seen.Type, Role = seen.Role });
        if (use == ElementUse.Read && ElementUses.Of(wanted) != ElementUse.Read && (Containers.Contains(seen.Tag) || seen.Holds > 0))
        {
            return $"it is <{seen.Tag}>, which holds other elements";
        }

        return Fits(action, seen, use) ? null : $"{Name(seen)} is not used in this way";
    }

    private static bool Fits(StepAction action, LiveElement seen, ElementUse use) => action switch
    {
        StepAction.Fill or StepAction.FillDate => seen.Editable,
        StepAction.Choose or StepAction.ChooseAt => seen.Tag == "select",
        StepAction.SetChecked => use == ElementUse.Check,
        StepAction.Click or StepAction.DoubleClick or StepAction.Press => seen.Tag is not ("iframe" or "frame"),
        _ => true,
    };

    private static string Name(LiveElement seen) => seen.Type is null ? $"<{seen.Tag}>" : $"<{seen.Tag}> of type {seen.Type}";
}
