using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>Decides what the element of a suite's broken locator is now. The heal stage decides, on a plan made of what was recorded.</summary>
internal sealed class SuiteDecision(IStage<HealInput, HealOutput> heal, IArtifactStore artifacts, SuiteFingerprints fingerprints)
{
    private const string Wanted = "wanted";
    private const string Page = "page";

    /// <param name="runId">For logs.</param>
    /// <param name="failure">What the recorder saw.</param>
    /// <param name="call">The locator in the source.</param>
    /// <param name="known">What it found when it was recorded; null without.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<HealRecord> DecideAsync(Guid runId, RecordedFailure failure, LocatorCall call, RecordedElement? known, CancellationToken cancellationToken)
    {
        var facts = PageReader.Clean(failure.Page!);
        var record = known is null ? FromWords(failure, call, facts) : await FromPrintAsync(runId, call, known, facts, cancellationToken);
        return record.After is { } after && record.Decision == HealDecision.Healed && Refusal(failure, known, call, after) is { } refusal
            ? record with { Decision = HealDecision.Refused, Reason = refusal }
            : record;
    }

    private static HealRecord FromWords(RecordedFailure failure, LocatorCall call, PageFacts facts)
    {
        var (print, reason) = UnrecordedElement.Find(call, failure.Action, facts);
        return new()
        {
            ElementId = Wanted,
            Decision = print is null ? HealDecision.NotFound : HealDecision.Healed,
            Old = SpecOf(call),
            After = print,
            Reason = reason,
        };
    }

    private async Task<HealRecord> FromPrintAsync(Guid runId, LocatorCall call, RecordedElement known, PageFacts facts, CancellationToken cancellationToken)
    {
        // What other locators of the suite find on the same page is not what this one has lost.
        var others = fingerprints.Elements
            .Where(e => e.Page == known.Page && (e.File, e.Locator) != (known.File, known.Locator))
            .DistinctBy(e => (e.File, e.Locator))
            .Select((e, i) => new PlanElement($"other-{i}", Page, PageText.Clean(e.Locator), new() { Kind = LocatorKind.Css, Value = e.Locator }, PageReader.Clean(e.Print)));
        var plan = new TestPlan
        {
            Target = new("http://suite.invalid/"),
            Features = [],
            Cases = [],
            Pages = [new(Page, Page, known.Page)],
            Elements = [new(Wanted, Page, PageText.Clean(known.Locator), SpecOf(call), PageReader.Clean(known.Print)), .. others],
        };
        var output = await heal.ExecuteAsync(
            new(
                runId,
                await artifacts.PutJsonAsync(ArtifactKinds.TestPlan, plan, cancellationToken),
                Wanted,
                await artifacts.PutJsonAsync(ArtifactKinds.PageFacts, facts, cancellationToken),
                [],
                ByPeople: true),
            cancellationToken);
        return output.Record;
    }

    /// <summary>What holds for locators of people beyond the heal stage's own rules.</summary>
    private static string? Refusal(RecordedFailure failure, RecordedElement? known, LocatorCall call, ElementFingerprint after)
    {
        if (known is not null && !known.Print.Frames.SequenceEqual(after.Frames))
        {
            return "The element is in another frame now, which the locator alone cannot say.";
        }

        if (known is null && after.Frames.Count > 0 && !call.Receiver.Contains("rame", StringComparison.Ordinal))
        {
            return "The element is in a frame, which the locator does not look into.";
        }

        // An expectation that something is there is about what it says; one about its text or value checks that itself.
        var checksItself = failure.Action.StartsWith("to.have.", StringComparison.Ordinal) || failure.Action.StartsWith("to.contain.", StringComparison.Ordinal);
        return failure.IsExpectation && !checksItself && known is not null && (!Same(known.Print.Name, after.Name) || !Same(known.Print.Text, after.Text))
            ? $"The test expects that it is there, and it says something else now: '{after.Name}', not '{PageText.Clean(known.Print.Name)}'."
            : null;
    }

    private static bool Same(string? one, string? other) => string.Equals(PageText.Clean(one), PageText.Clean(other), StringComparison.OrdinalIgnoreCase);

    private static LocatorSpec SpecOf(LocatorCall call) => call.Method switch
    {
        "getByRole" => new() { Kind = LocatorKind.Role, Value = call.Value ?? "", Name = call.Name, Loose = call is { Name: not null, Exact: false } },
        "getByTestId" => new() { Kind = LocatorKind.TestId, Value = call.Value ?? "" },
        "getByLabel" => new() { Kind = LocatorKind.Label, Value = call.Value ?? "" },
        "getByPlaceholder" => new() { Kind = LocatorKind.Placeholder, Value = call.Value ?? "" },
        "getByText" => new() { Kind = LocatorKind.Text, Value = call.Value ?? "" },
        "getByAltText" => new() { Kind = LocatorKind.AltText, Value = call.Value ?? "" },
        "getByTitle" => new() { Kind = LocatorKind.Title, Value = call.Value ?? "" },
        _ => new() { Kind = LocatorKind.Css, Value = call.Value ?? call.Text },
    };
}
