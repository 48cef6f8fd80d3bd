using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Patching.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>
/// Proves what is proposed: of a file nothing but the locators changes, told from its tree, and every test that is known
/// to use a new locator passes with the patches that are left.
/// </summary>
internal sealed class SuiteProof(SuiteCopy copy, ISuiteRunner runner, ISourceReader source, IReadOnlyList<SuiteTest> all)
{
    private const int MaxRounds = 4;

    public async Task<IReadOnlyList<(PatchDraft Draft, SuitePatch Patch)>> ProposeAsync(
        IReadOnlyList<HealedTest> tests, IReadOnlyList<PatchDraft> drafts, CancellationToken cancellationToken)
    {
        var kept = drafts.Where(d => tests.Any(t => t.Outcome == SuiteOutcome.Healed && t.Patches.Contains(d))).ToList();
        var changed = kept.Count < drafts.Count;
        foreach (var file in kept.Select(d => d.File).Distinct().ToArray())
        {
            if (await OtherChangeAsync(file, kept, cancellationToken) is { } other)
            {
                Drop(kept, kept.Where(d => d.File == file), tests, $"its patch would change more of {file} than the locator: {other}");
                changed = true;
            }
        }

        for (var round = 1; round <= MaxRounds && kept.Count > 0; round++)
        {
            var others = Others(kept, tests);
            if (!changed && others.Length == 0)
            {
                break;
            }

            await LayAsync(drafts, kept, cancellationToken);
            SuiteTest[] users = [.. tests.Where(t => t.Outcome == SuiteOutcome.Healed).Select(t => t.Test), .. others];
            var ran = await runner.RunAsync(users, cancellationToken);
            var failed = users.Where(u => !ran.Any(r => r.Is(u) && r.Passed)).ToArray();
            if (failed.Length == 0)
            {
                break;
            }

            var broken = kept.Where(d => failed.Any(f => UsesOf(d, tests).Contains(f.Use))).ToArray();
            Drop(kept, broken, tests, $"another test that uses the locator fails with the new one: {string.Join(", ", failed.Select(f => f.Title))}");
            changed = true;
        }

        return [.. kept.Select(d => (d, PatchOf(d, tests)))];
    }

    private async Task<string?> OtherChangeAsync(string file, IEnumerable<PatchDraft> kept, CancellationToken cancellationToken)
    {
        var edits = kept.Where(d => d.File == file).Select(d => d.Edit).ToArray();
        var edited = copy.Files[file];
        return await source.DifferenceAsync(file, edited.Original, edited.With(edits), [.. edits.Select(e => e.Start)], cancellationToken);
    }

    private async Task LayAsync(IEnumerable<PatchDraft> drafts, List<PatchDraft> kept, CancellationToken cancellationToken)
    {
        foreach (var draft in drafts.Except(kept))
        {
            copy.Files[draft.File].Remove(draft.Edit);
        }

        foreach (var file in drafts.Select(d => d.File).Distinct())
        {
            await copy.WriteAsync(file, cancellationToken);
        }
    }

    private static void Drop(List<PatchDraft> kept, IEnumerable<PatchDraft> dropped, IReadOnlyList<HealedTest> tests, string reason)
    {
        foreach (var draft in dropped.ToArray())
        {
            kept.Remove(draft);
            foreach (var test in tests.Where(t => t.Outcome == SuiteOutcome.Healed && t.Patches.Contains(draft)))
            {
                test.End(SuiteOutcome.Unproved, reason);
            }
        }

        // What only they needed goes with them.
        kept.RemoveAll(d => !tests.Any(t => t.Outcome == SuiteOutcome.Healed && t.Patches.Contains(d)));
    }

    /// <summary>Tests that passed and are known to use a locator that changes.</summary>
    private SuiteTest[] Others(List<PatchDraft> kept, IReadOnlyList<HealedTest> tests)
    {
        var uses = kept.SelectMany(d => d.Known?.Tests ?? []).ToHashSet();
        return [.. all.Where(t => t.Passed && uses.Contains(t.Use) && !tests.Any(h => h.Test.Is(t)))];
    }

    private static HashSet<string> UsesOf(PatchDraft draft, IReadOnlyList<HealedTest> tests) =>
        [.. draft.Known?.Tests ?? [], .. tests.Where(t => t.Patches.Contains(draft)).Select(t => t.Test.Use)];

    private static SuitePatch PatchOf(PatchDraft draft, IReadOnlyList<HealedTest> tests)
    {
        string[] uses = [.. UsesOf(draft, tests).Order(StringComparer.Ordinal)];

        // A page object that was never recorded may serve tests that nobody knows of.
        var unknown = draft.Known is null or { Tests.Count: 0 } && !tests.Any(t => t.Test.File == draft.File);
        return new()
        {
            File = draft.File,
            Line = draft.Line,
            Old = draft.Call.Text,
            New = draft.Edit.Text,
            Heal = draft.Heal with { Proved = true, CaseIds = [.. tests.Where(t => t.Outcome == SuiteOutcome.Healed && t.Patches.Contains(draft)).Select(t => t.Test.Use)] },
            Uses = uses,
            Shared = uses.Length > 1 || unknown,
        };
    }
}
