using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>What elements looked like when steps on them passed. Read once a process; what a run adds is written when a stage ends.</summary>
internal sealed class FingerprintBook(IOptions<FingerprintOptions> options, TimeProvider clock, IRunEvents events) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _gate = new();
    private readonly HashSet<string> _taken = [];
    private readonly LookFolder? _looks = options.Value.File is { } file ? new(file) : null;
    private string? _path = options.Value.File;
    private FingerprintFile? _file;
    private bool _changed;

    private bool Open => _file is not null;

    /// <summary>Reads the file. One that cannot be used is told once, and nothing is remembered then.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (_file is null && _path is { } path)
            {
                _file = await FingerprintFile.ReadAsync(path, cancellationToken);
            }
        }
        catch (StageException e)
        {
            events.Publish(new RunEvent.RunWarning(e.Code, e.Message));
            _path = null;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The newest fingerprint of an element: that of the last step that passed on it, unless the plan was designed since.</summary>
    public ElementFingerprint Newest(TestPlan plan, PlanElement element)
    {
        lock (_gate)
        {
            return Environment(plan)?.Elements.GetValueOrDefault(KeyOf(plan, element.PageId, element.Locator)) is { Seen: [.., var last] } past && past.Basis == BasisOf(element)
                ? last.Print
                : element.Print;
        }
    }

    /// <summary>Whether no picture of an element is kept.</summary>
    public bool LacksLook(TestPlan plan, PlanElement element, LocatorSpec locator)
    {
        lock (_gate)
        {
            return Open && (Environment(plan)?.Elements.GetValueOrDefault(KeyOf(plan, element.PageId, locator)) is not { Seen: [.., { Look: { } look }] } || _looks?.Has(look) != true);
        }
    }

    /// <summary>The newest picture of an element from a step that passed on it, unless the plan was designed since; null when there is none.</summary>
    public ElementPicture? LookOf(TestPlan plan, PlanElement element)
    {
        lock (_gate)
        {
            return Environment(plan)?.Elements.GetValueOrDefault(KeyOf(plan, element.PageId, element.Locator)) is { Seen: [.., { Look: { } look }] } past && past.Basis == BasisOf(element)
                ? _looks?.Read(look)
                : null;
        }
    }

    /// <summary>The path of the page at a step when the case last passed, or null.</summary>
    public string? LastAt(TestPlan plan, TestCase testCase, int step)
    {
        lock (_gate)
        {
            return Environment(plan)?.Cases.GetValueOrDefault(testCase.Id) is { } paths && paths.Count == testCase.Steps.Count ? paths[step] : null;
        }
    }

    /// <summary>Whether the element has not been seen yet in this process. What is found by what an attempt has made looks different each time.</summary>
    public bool Wants(TestPlan plan, PlanElement element, LocatorSpec locator)
    {
        lock (_gate)
        {
            return Open && !locator.IsBound && !_taken.Contains(KeyOf(plan, element.PageId, locator));
        }
    }

    /// <summary>Whether a page has not been seen whole yet in this process.</summary>
    public bool WantsPage(TestPlan plan, string pageId)
    {
        lock (_gate)
        {
            return Open && PathOf(plan, pageId) is { } path && !_taken.Contains(path);
        }
    }

    /// <summary>All elements of a page when a step last passed on it; none when it was not seen.</summary>
    public IReadOnlyList<ElementFingerprint> PageOf(TestPlan plan, string pageId)
    {
        lock (_gate)
        {
            return PathOf(plan, pageId) is { } path ? Environment(plan)?.Pages.GetValueOrDefault(path) ?? [] : [];
        }
    }

    /// <summary>Remembers what a case that passed has seen.</summary>
    public void Passed(TestPlan plan, TestCase testCase, CaseSight sight)
    {
        lock (_gate)
        {
            if (_file is null)
            {
                return;
            }

            var origin = OriginOf(plan);
            var environment = _file.Environments.TryGetValue(origin, out var known) ? known : _file.Environments[origin] = new();
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            foreach (var seen in sight.Prints)
            {
                var key = KeyOf(plan, seen.Element.PageId, seen.Locator);
                if (_taken.Add(key))
                {
                    environment.Elements[key] = (environment.Elements.GetValueOrDefault(key) ?? new("", [])).With(BasisOf(seen.Element), seen.Print, seen.Picture is { } picture ? _looks?.Add(picture) : null, today);
                }
            }

            foreach (var (pageId, prints) in sight.Pages)
            {
                if (PathOf(plan, pageId) is { } path && _taken.Add(path))
                {
                    environment.Pages[path] = prints;
                }
            }

            environment.Cases[testCase.Id] = sight.Paths;
            _changed = true;
        }
    }

    /// <summary>Writes what was added. A file that cannot be written costs nothing but the memory.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            FingerprintFile? copy;
            lock (_gate)
            {
                copy = _changed ? JsonSerializer.Deserialize<FingerprintFile>(JsonSerializer.SerializeToUtf8Bytes(_file, ArtifactJson.Compact), ArtifactJson.Compact) : null;
                _changed = false;
            }

            if (copy is not null && _path is { } path)
            {
                var kept = copy.Environments.Values.SelectMany(e => e.Elements.Values).SelectMany(e => e.Seen).Select(s => s.Look?.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
                await (_looks?.WriteAsync(kept, cancellationToken) ?? Task.CompletedTask);
                await copy.WriteAsync(path, cancellationToken);
            }
        }
        catch (StageException e)
        {
            events.Publish(new RunEvent.RunWarning(e.Code, e.Message));
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private EnvironmentPrints? Environment(TestPlan plan) => _file?.Environments.GetValueOrDefault(OriginOf(plan));

    private static string OriginOf(TestPlan plan) => plan.Target.GetLeftPart(UriPartial.Authority);

    // Ids are given anew whenever the application is explored; a page's path and a locator stay.
    private static string KeyOf(TestPlan plan, string pageId, LocatorSpec locator) => $"{PathOf(plan, pageId)} {locator}";

    private static string? PathOf(TestPlan plan, string pageId) => plan.Pages.FirstOrDefault(p => p.Id == pageId)?.Path;

    private static string BasisOf(PlanElement element) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(element.Print, ArtifactJson.Compact)))[..12];
}
