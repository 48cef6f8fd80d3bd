using TestForge.Engine.Browser;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Patching.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>Tries new locators in a suite's copy, round by round: a test may have several that drifted, and shows one at a time.</summary>
internal sealed class SuiteTrial(Guid runId, SuiteCopy copy, ISuiteRunner runner, SuiteDecision decision, SuiteFingerprints fingerprints, ISourceReader source)
{
    // More broken locators in one test than this are a page that was made anew.
    private const int MaxRounds = 12;

    private readonly List<(RecordedLocator Locator, PatchDraft Draft)> _drafts = [];

    public ISuiteRunner Runner => runner;

    /// <summary>Every new locator tried, also those that led nowhere.</summary>
    public IReadOnlyList<PatchDraft> Drafts => [.. _drafts.Select(d => d.Draft).Distinct()];

    public async Task RunAsync(IReadOnlyList<HealedTest> tests, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= MaxRounds && tests.Any(t => t.IsOpen); round++)
        {
            await RunAgainAsync([.. tests.Where(t => t.IsOpen && t.Evidence is null)], cancellationToken);
            var changed = new HashSet<string>();
            foreach (var test in tests.Where(t => t.IsOpen))
            {
                await DecideAsync(test, changed, cancellationToken);
            }

            foreach (var file in changed)
            {
                await copy.WriteAsync(file, cancellationToken);
            }
        }

        foreach (var test in tests.Where(t => t.IsOpen))
        {
            test.End(SuiteOutcome.Unproved, $"after {test.Patches.Count} new locators another one is still broken");
        }
    }

    private async Task RunAgainAsync(IReadOnlyList<HealedTest> tests, CancellationToken cancellationToken)
    {
        if (tests.Count == 0)
        {
            return;
        }

        var ran = await runner.RunAsync([.. tests.Select(t => t.Test)], cancellationToken);
        foreach (var test in tests)
        {
            var result = ran.FirstOrDefault(r => r.Is(test.Test));
            var known = SuiteTriage.Decisive(result ?? test.Test);
            if (result is null or { Failed: false, Passed: false })
            {
                test.End(SuiteOutcome.NotRun, result is null ? "the runner did not find it" : "the runner skipped it");
            }
            else if (result.Passed)
            {
                test.End(
                    test.Patches.Count > 0 ? SuiteOutcome.Healed : SuiteOutcome.PassedAgain,
                    test.Patches.Count > 0 ? "it passes whole with the new locators" : "it passed when it was run again with nothing changed");
            }
            else if (known is null || SuiteTriage.OtherThanDrift(result) is not null)
            {
                End(test, SuiteTriage.OtherThanDrift(result) ?? $"no use of a locator failed: {PageText.Clean(result.Message)}");
            }
            else
            {
                test.Evidence = known;
            }
        }
    }

    private async Task DecideAsync(HealedTest test, HashSet<string> changed, CancellationToken cancellationToken)
    {
        var failure = test.Evidence!;
        if (failure.Broken is not { } broken)
        {
            End(test, "where its locator is made is not known");
            return;
        }

        // Another test of this round has led to the same locator.
        if (_drafts.FirstOrDefault(d => d.Locator == broken).Draft is { } same && !test.Patches.Contains(same))
        {
            test.Evidence = null;
            test.Patches.Add(same);
            return;
        }

        var known = fingerprints.Find(broken);
        if (SuiteTriage.OtherThanDrift(failure, known) is { } other)
        {
            End(test, other);
            return;
        }

        var file = copy.File(broken.File);
        var call = file is null ? null : await source.FindAsync(broken.File, file.Text, broken.Line, broken.Column, broken.Method, cancellationToken);
        if (Unpatchable(broken, call) is { } why)
        {
            test.End(SuiteOutcome.Abstained, why);
            return;
        }

        var record = await decision.DecideAsync(runId, failure, call!, known, cancellationToken);
        if (record is not { Decision: HealDecision.Healed, After: { } element })
        {
            test.End(SuiteOutcome.Abstained, record.Reason);
            return;
        }

        var text = LocatorText.For(element, PageReader.Clean(failure.Page!), call!, source);
        if (text is null || file!.Replace(call!.Start, call.End, text) is not { } edit)
        {
            test.End(test.Patches.Count > 0 && text is not null ? SuiteOutcome.Unproved : SuiteOutcome.Abstained, text is null ? "the element was found, but no other locator finds it alone" : "the new locator does not find it either");
            return;
        }

        var line = file.Original.AsSpan(0, edit.Start).Count('\n') + 1;
        var draft = new PatchDraft(broken.File, edit, call, line, record, known);
        _drafts.Add((broken, draft));
        changed.Add(broken.File);
        test.Patches.Add(draft);
        test.Evidence = null;
    }

    private static string? Unpatchable(RecordedLocator broken, LocatorCall? call) => call switch
    {
        null => $"its locator is made in {broken.File}, which is not a text file of the suite",
        { Error: { } error } => $"{broken.File} cannot be read: {error}",
        _ when !broken.Method.StartsWith("getBy", StringComparison.Ordinal) && broken.Method != "locator" => $"what finds nothing is {broken.Method}(…), which chooses among elements by data",
        { Found: false } => $"the locator was not found in {broken.File}:{broken.Line}",
        { Literal: false } => $"the locator in {broken.File}:{broken.Line} is made of variables",
        { Others.Count: > 0 } => $"the locator in {broken.File}:{broken.Line} asks for more than words: {string.Join(", ", call.Others)}",
        _ => null,
    };

    private static void End(HealedTest test, string reason) => test.End(
        test.Patches.Count > 0 ? SuiteOutcome.Unproved : SuiteOutcome.NotDrift,
        test.Patches.Count > 0 ? $"with the new locators it goes further, and then {reason}" : reason);
}
