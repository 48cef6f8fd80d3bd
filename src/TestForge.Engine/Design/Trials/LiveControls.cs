using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Finds controls in the live page: in an entry, in a dialog, on a page about one record.</summary>
internal sealed class LiveControls(LiveSteps steps, string pageId)
{
    private const string Inside = "row => { const out = []; const walk = (n) => { for (const e of n.querySelectorAll('a[href], button, [role=button]')) { "
        + "if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled) continue; "
        + "out.push([e.localName === 'a' && e.getAttribute('role') !== 'button' ? 'link' : 'button', (e.getAttribute('aria-label') || e.innerText || e.title || '').replace(/\\s+/g, ' ').trim().slice(0, 120)].join('\\n')); } "
        + "for (const e of n.querySelectorAll('*')) if (e.shadowRoot) walk(e.shadowRoot); }; walk(row); return out.slice(0, 20); }";

    /// <summary>Finds what lies over the page and asks or tells something.</summary>
    public static readonly LocatorSpec Dialog = new() { Kind = LocatorKind.Css, Value = "dialog[open], [role=dialog], [role=alertdialog]" };

    /// <summary>A control within an element, by what it is called.</summary>
    public Task<string?> InAsync(LocatorSpec scope, string scopeName, Func<string, string, bool> wanted, CancellationToken cancellationToken) =>
        InAsync(scope, scopeName, [wanted], cancellationToken);

    /// <summary>The first that fits the first of the descriptions that any fits.</summary>
    private async Task<string?> InAsync(LocatorSpec scope, string scopeName, Func<string, string, bool>[] wanted, CancellationToken cancellationToken)
    {
        var locator = steps.Page.Locate(steps.Values.Resolve(scope)).Filter(new() { Visible = true });
        if (await locator.CountAsync().WaitAsync(cancellationToken) != 1)
        {
            return null;
        }

        var found = (await locator.EvaluateAsync<string[]>(Inside).WaitAsync(cancellationToken)).Select(c => c.Split('\n')).Select(c => (Role: c[0], Name: PageText.Clean(c[1], 120))).ToArray();
        var at = wanted.Select(w => Array.FindIndex(found, c => w(c.Role, c.Name))).FirstOrDefault(i => i >= 0, -1);
        if (at < 0)
        {
            return null;
        }

        var (role, name) = found[at];
        var own = steps.Values.Generalise(name) != name;
        var named = !own && name.Length is > 0 and <= 80;
        var alike = found.Take(at).Count(c => c.Role == role && (!named || c.Name == name));
        var spec = new LocatorSpec { Kind = LocatorKind.Role, Value = role, Name = named ? name : null, Within = scope, Nth = named && found.Count(c => c == found[at]) == 1 ? null : alike };
        var shown = named ? name : own ? name.Split(' ')[0] : role;
        return steps.Adopt(pageId, $"{shown} {role} of {scopeName}", spec, new() { Tag = role == "link" ? "a" : "button", Role = role, Name = named ? name : "" }, many: false);
    }

    public async Task<bool> IsDialogOpenAsync(CancellationToken cancellationToken) =>
        await steps.Page.Locate(Dialog).Filter(new() { Visible = true }).CountAsync().WaitAsync(cancellationToken) > 0;

    /// <summary>The button that agrees to the question a dialog asks; null when no dialog is open.</summary>
    public Task<string?> AgreeingAsync(CancellationToken cancellationToken) =>
        InAsync(Dialog, "the question", [(role, name) => role == "button" && ControlWords.Agree(name) && !ControlWords.Refuse(name), (role, name) => role == "button" && ControlWords.Agree(name)], cancellationToken);

    /// <summary>The control that leaves a dialog. "Cancel the order" may mean either, so what can only mean no comes first.</summary>
    public Task<string?> RefusingAsync(CancellationToken cancellationToken) =>
        InAsync(Dialog, "dialog", [(_, name) => ControlWords.Refuse(name) && !ControlWords.Agree(name), (_, name) => ControlWords.Refuse(name)], cancellationToken);

    /// <summary>A control in the main part of the page, or everywhere in it.</summary>
    public async Task<string?> OnPageAsync(Func<ElementFingerprint, bool> wanted, CancellationToken cancellationToken, bool everywhere = false)
    {
        var facts = await PageReader.ReadAsync(steps.Page, new(SettleMilliseconds: 2_000), cancellationToken);
        foreach (var element in facts.Elements.Where(e => e is { Visible: true, Enabled: true, Print.Frames.Count: 0 } && (everywhere || e.Print.Landmark is not ("navigation" or "banner" or "contentinfo")) && wanted(e.Print)))
        {
            if (await LocatorPicker.PickAsync(steps.Page, element.Print, cancellationToken) is { } spec && !spec.ToString().Contains(steps.Values.Unique, StringComparison.OrdinalIgnoreCase))
            {
                return steps.Adopt(pageId, $"{element.Print.Name} {(element.Print.Role == "link" ? "link" : "button")}", spec, element.Print, many: false);
            }
        }

        return null;
    }

    public static TestStep Click(string name, string elementId) => new(StepKeyword.When, $"I click the {name}", new StepAction.Click(elementId));
}
