using System.Collections.Concurrent;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>The locator of each element that cases use: picked in the first visit, proved in the second.</summary>
internal sealed class LocatorBook(DesignContext context)
{
    private const string Looks = "es => es.length === 1 ? [es[0].localName, es[0].getAttribute('type') ?? '', es[0].getAttribute('name') ?? ''].join('|') : String(es.length)";

    private const int Attempts = 15;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, LocatorSpec> _specs = new();
    private readonly ConcurrentDictionary<string, ElementFingerprint> _prints = new();
    private readonly ConcurrentDictionary<string, string> _lost = new();
    private readonly ConcurrentDictionary<string, byte> _proved = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();

    public IReadOnlyDictionary<string, LocatorSpec> Specs => _specs;

    public ElementFingerprint Print(string elementId) => _prints.GetValueOrDefault(elementId) ?? context.Element(elementId)!.Print;

    /// <summary>Why the element cannot be used, or null.</summary>
    public string? Lost(string elementId) => _lost.GetValueOrDefault(elementId);

    /// <summary>Keeps a locator for an element that was found while a case was tried.</summary>
    /// <param name="elementId">Its id, adopted by the context.</param>
    /// <param name="spec">Finds it, or all entries of a list.</param>
    /// <param name="print">What it looks like.</param>
    /// <param name="many">True for the entries of a list: how many there are is not checked.</param>
    public void Keep(string elementId, LocatorSpec spec, ElementFingerprint print, bool many)
    {
        _prints[elementId] = print;
        _specs[elementId] = spec;
        if (many)
        {
            _proved[elementId] = 0;
        }
    }

    /// <summary>Picks locators for those elements that have none yet and that the page shows.</summary>
    /// <param name="page">The live page.</param>
    /// <param name="pageId">The page's id.</param>
    /// <param name="elementIds">What to look for.</param>
    /// <param name="needed">True when an element that the page does not show is lost; else it is left for later.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task EnsureAsync(IPage page, string pageId, IReadOnlyCollection<string> elementIds, bool needed, CancellationToken cancellationToken)
    {
        if (elementIds.All(IsKnown))
        {
            return;
        }

        var gate = _gates.GetOrAdd(pageId, _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            var missing = elementIds.Where(id => !IsKnown(id)).Distinct().ToArray();
            if (missing.Length == 0)
            {
                return;
            }

            var live = await PageReader.ReadAsync(page, new(SettleMilliseconds: 3_000), cancellationToken);
            foreach (var id in missing)
            {
                await PickAsync(page, id, live, needed, cancellationToken);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Checks in another visit that each locator still finds the same one element.</summary>
    public async Task ProveAsync(IPage page, IReadOnlyCollection<string> elementIds, CancellationToken cancellationToken)
    {
        foreach (var id in elementIds.Where(id => _specs.ContainsKey(id) && !_proved.ContainsKey(id)).Distinct())
        {
            var looks = await LooksAsync(page, _specs[id], cancellationToken);
            var print = Print(id);
            var expected = $"{print.Tag}|{print.Type}|{print.NameAttribute}";
            if (string.Equals(looks, expected, StringComparison.OrdinalIgnoreCase))
            {
                _proved[id] = 0;
            }
            else
            {
                _lost[id] = $"{_specs[id]} found one element in the first visit and {Found(looks)} in the second";
            }
        }
    }

    // An application that asks its server for what it shows is quiet before it shows it.
    private static async Task<string> LooksAsync(IPage page, LocatorSpec spec, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var looks = await page.Locate(spec).EvaluateAllAsync<string>(Looks).WaitAsync(cancellationToken);
            if (looks != "0" || attempt == Attempts)
            {
                return looks;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static string Found(string looks) => looks switch
    {
        "0" => "none",
        _ when looks.Contains('|', StringComparison.Ordinal) => "another one",
        _ => looks,
    };

    private bool IsKnown(string id) => _specs.ContainsKey(id) || _lost.ContainsKey(id);

    private async Task PickAsync(IPage page, string id, PageFacts live, bool needed, CancellationToken cancellationToken)
    {
        var known = context.Element(id)!.Print;
        if (Match(known, live) is not { } print)
        {
            if (needed)
            {
                _lost[id] = "the element was there when the site was explored and is not there now";
            }

            return;
        }

        var spec = VolatileText.Reason(print.Name) is not null ? await ByAddressAsync(page, print, cancellationToken) : null;
        spec ??= context.Data.IsData(id) ? await LocatorPicker.PickByPlaceAsync(page, print, cancellationToken) : null;
        spec ??= await HeadingLocators.PickAsync(page, print, cancellationToken) ?? await LocatorPicker.PickAsync(page, print, cancellationToken);
        if (spec is null)
        {
            _lost[id] = "no locator finds the element alone";
            return;
        }

        _prints[id] = print;
        _specs[id] = spec;
    }

    // "Cart (2)" is called otherwise tomorrow and leads to the same place.
    private static async Task<LocatorSpec?> ByAddressAsync(IPage page, ElementFingerprint print, CancellationToken cancellationToken)
    {
        if (print is not { Role: "link", Href: { Length: > 0 } href, ShadowDepth: 0, Frames.Count: 0 } || href.AsSpan().ContainsAny('"', '\\'))
        {
            return null;
        }

        var spec = new LocatorSpec
        {
            Kind = LocatorKind.Css,
            Value = $"a[href=\"{href}\"]",
            Within = print.Landmark is { Length: > 0 } landmark ? new() { Kind = LocatorKind.Role, Value = landmark, Name = string.IsNullOrEmpty(print.LandmarkName) ? null : print.LandmarkName } : null,
        };
        return await page.Locate(spec).CountAsync().WaitAsync(cancellationToken) == 1 ? spec : null;
    }

    private static ElementFingerprint? Match(ElementFingerprint known, PageFacts live)
    {
        var alike = live.Elements.Select(e => e.Print)
            .Where(p => p.Tag == known.Tag && p.Role == known.Role && p.Type == known.Type && p.Name == known.Name && p.Frames.SequenceEqual(known.Frames))
            .ToArray();
        return alike.FirstOrDefault(p => p.Css == known.Css && p.ShadowDepth == known.ShadowDepth)
            ?? (alike.Length == 1 ? alike[0] : null);
    }
}
