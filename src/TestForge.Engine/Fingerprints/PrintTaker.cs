using System.Text.Json;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>Takes the fingerprints of the elements that an attempt uses, each once a process, on the way of its steps.</summary>
/// <remarks>
/// An action may take its element off the page, so before one the element is looked at without waiting for the answer: the
/// browser takes orders in turn, and an action asks several questions before it does anything. Where the element was not
/// there yet, it is looked at once more afterwards.
/// </remarks>
internal sealed class PrintTaker(
    TestPlan plan, IReadOnlyDictionary<string, LocatorSpec> locators, FingerprintBook book, StepDriver driver, Func<string, string> hide, bool mayPicture)
{
    private readonly CaseSight _sight = new();
    private readonly Dictionary<string, ElementPicture> _pictures = [];

    public CaseSight Sight => _sight;

    /// <summary>Pictures the element that an action is about to use, where no picture of it is kept yet. What is typed into a page may be secret, so not every case may.</summary>
    public async Task PictureAsync(StepAction action, CancellationToken cancellationToken)
    {
        if (mayPicture && ElementOf(action) is { } element && book.LacksLook(plan, element, locators[element.Id]) && await driver.PictureAsync(element.Id, cancellationToken) is { } picture)
        {
            _pictures[element.Id] = picture;
        }
    }

    /// <summary>Begins to look; the answer is null when the element was not there, and the task never fails.</summary>
    public Task<string?>? Begin(StepAction action, CancellationToken cancellationToken) =>
        ElementOf(action) is { } element && !action.IsCheck ? LookAsync(element, cancellationToken) : null;

    /// <summary>Adds what was seen of the element of a step that has passed.</summary>
    public async Task PassedAsync(StepAction action, Task<string?>? begun, string path, CancellationToken cancellationToken)
    {
        _sight.Passed(path);
        if (ElementOf(action) is not { } element)
        {
            return;
        }

        if (action.IsCheck)
        {
            await PictureAsync(action, cancellationToken);
        }

        var json = begun is null ? null : await begun;
        if (Read(json ?? await LookAsync(element, cancellationToken), locators[element.Id]) is { } print)
        {
            _sight.Add(new(element, locators[element.Id], print, _pictures.GetValueOrDefault(element.Id)));
        }
    }

    // An element that is to be hidden or gone has no look.
    private PlanElement? ElementOf(StepAction action) => action is not (StepAction.ExpectHidden or StepAction.ExpectEach or StepAction.ExpectSorted)
        && action.Element is { } id
        && !_sight.Prints.Any(p => p.Element.Id == id)
        && plan.Elements.FirstOrDefault(e => e.Id == id) is { } element
        && book.Wants(plan, element, locators[id])
            ? element
            : null;

    private async Task<string?> LookAsync(PlanElement element, CancellationToken cancellationToken)
    {
        try
        {
            return await driver.LookAsync(element.Id, PageScripts.Print, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private ElementFingerprint? Read(string? json, LocatorSpec locator)
    {
        try
        {
            return json is null ? null : PageReader.Clean(JsonSerializer.Deserialize<ElementFingerprint>(hide(json), ArtifactJson.Compact)!) with { Frames = locator.Frames };
        }
        catch (JsonException)
        {
            // The page has replaced what its own functions return.
            return null;
        }
    }
}
