using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Bench.Mutants;

/// <summary>A page that can be changed, whose elements keep identities that the product cannot see.</summary>
internal sealed class MutantPage(IPage page, bool held, Func<IPage, Task> prepare)
{
    private const string Mutants = "window.top[Symbol.for('testforge.mutants')]";
    private static readonly string Script = $"() => {{ {string.Concat(new[] { "helpers", "words", "changes", "traps", "mutants" }.Select(Read))} }}";

    /// <summary>Loads the page anew and reads it; each element's identity is its place in what was read.</summary>
    public async Task<PageFacts> LoadAsync(string url, CancellationToken cancellationToken)
    {
        // A change of the fragment alone would not load anything.
        await page.GotoAsync("about:blank");
        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await PageReader.ReadAsync(page, new(), cancellationToken);
        await prepare(page);
        await page.EvaluateAsync(Script);
        if (held)
        {
            await page.EvaluateAsync($"() => {Mutants}.hold()");
        }

        return await IdentifyAsync(cancellationToken);
    }

    public Task<PageFacts> ReadAsync(CancellationToken cancellationToken) => PageReader.ReadAsync(page, new(SettleMilliseconds: 1_000, Explore: true), cancellationToken);

    /// <summary>The identities of the elements that were read last.</summary>
    public Task<int[]> IdentitiesAsync() => page.EvaluateAsync<int[]>($"() => {Mutants}.identities()");

    /// <summary>Prepares the page for a trap, and returns the page as it was before the trap and the element's new identity, or null.</summary>
    public async Task<(PageFacts Facts, int Target)?> PlantAsync(string trap, int target, int seed, CancellationToken cancellationToken)
    {
        if (!await page.EvaluateAsync<bool>($"o => {Mutants}.plant(o)", new { trap, target, seed }))
        {
            return null;
        }

        await ReadAsync(cancellationToken);
        var moved = Array.IndexOf(await IdentitiesAsync(), target);
        return (await IdentifyAsync(cancellationToken), moved);
    }

    public Task<bool> PlantableAsync(string trap) => page.EvaluateAsync<bool>($"t => {Mutants}.plantable(t)", trap);

    public Task<string?> TrapAsync(string trap, int target, LocatorKind kind, int seed) =>
        page.EvaluateAsync<string?>($"o => {Mutants}.trap(o)", new { trap, target, kind = kind.ToString(), seed });

    public Task<string[]> ChangeAsync(int target, LocatorKind kind, int seed) =>
        page.EvaluateAsync<string[]>($"o => {Mutants}.change(o)", new { target, kind = kind.ToString(), seed });

    public Task<Dictionary<string, string[]>> RedesignAsync(IReadOnlyDictionary<int, LocatorKind> kinds, int seed) =>
        page.EvaluateAsync<Dictionary<string, string[]>>($"o => {Mutants}.redesign(o)", new { kinds = kinds.ToDictionary(k => k.Key.ToString(), k => k.Value.ToString()), seed });

    public Task<LocatorSpec?> PickAsync(ElementFingerprint print, CancellationToken cancellationToken) => LocatorPicker.PickAsync(page, print, cancellationToken);

    /// <summary>The identity of the n-th match of a CSS selector, through open shadow roots, or -1.</summary>
    public Task<int> PlaceAsync(string selector, int index) => page.EvaluateAsync<int>($"o => {Mutants}.place(o.selector, o.index)", new { selector, index });

    /// <summary>The identities of all elements that a locator finds.</summary>
    public async Task<int[]> FindAsync(LocatorSpec locator) =>
        await page.Locate(locator).EvaluateAllAsync<int[]>($"all => all.map((e) => {Mutants}.identityOf(e))");

    /// <summary>Why the product would not use a healed locator on this page, or null.</summary>
    public Task<string?> RefusalAsync(LocatorSpec healed, ElementFingerprint wanted, CancellationToken cancellationToken) =>
        LiveChecks.RefusalAsync(page.Locate(healed), wanted, healed, new StepAction.Click(""), TimeSpan.Zero, cancellationToken);

    private async Task<PageFacts> IdentifyAsync(CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(cancellationToken);
        await page.EvaluateAsync($"() => {Mutants}.identify()");
        return facts;
    }

    private static string Read(string name)
    {
        using var stream = typeof(MutantPage).Assembly.GetManifestResourceStream($"Mutants/{name}.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
