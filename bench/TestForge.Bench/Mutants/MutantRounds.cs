using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Bench.Mutants;

/// <summary>Changes one page of a site again and again, each time from a fresh load, and has the product heal what broke.</summary>
internal sealed class MutantRounds(Healer healer, MutantPage page, MutantSite site, string url, int rounds, int seed)
{
    private const int ElementsOfARedesign = 10;
    private const int TargetsTried = 4;

    private static readonly string[] Traps =
        ["removed", "similar-left", "surname", "replaced", "swap-words", "swap-attributes", "hidden-clone", "hidden", "list-reorder", "iframe", "meaning"];

    private readonly List<MutantCase> _cases = [];

    public async Task<IReadOnlyList<MutantCase>> RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < Traps.Length; i++)
            {
                await TrapAsync(Traps[i], Seed(round, i), cancellationToken);
                await OneElementAsync(Seed(round, 100 + i), cancellationToken);
            }

            await RedesignAsync(Seed(round, 200), cancellationToken);
            await RedesignAsync(Seed(round, 201), cancellationToken);
        }

        return _cases;
    }

    private async Task OneElementAsync(int number, CancellationToken cancellationToken)
    {
        var random = new Random(number);
        var before = await page.LoadAsync(url, cancellationToken);
        foreach (var target in TargetsOf(before, random).Take(1))
        {
            if (await page.PickAsync(before.Elements[target].Print, cancellationToken) is not { } locator)
            {
                continue;
            }

            var changes = await page.ChangeAsync(target, locator.Kind, number);
            var after = await page.ReadAsync(cancellationToken);
            if (await IsBrokenAsync(locator) && await IsThereAsync(target, after))
            {
                await HealAsync("one element", changes, Demand.Heal, before, after, target, locator, random, cancellationToken);
            }
        }
    }

    private async Task RedesignAsync(int number, CancellationToken cancellationToken)
    {
        var random = new Random(number);
        var before = await page.LoadAsync(url, cancellationToken);
        var locators = new Dictionary<int, LocatorSpec>();
        foreach (var target in TargetsOf(before, random).Take(ElementsOfARedesign))
        {
            if (await page.PickAsync(before.Elements[target].Print, cancellationToken) is { } locator)
            {
                locators[target] = locator;
            }
        }

        var changes = await page.RedesignAsync(locators.ToDictionary(l => l.Key, l => l.Value.Kind), number);
        var after = await page.ReadAsync(cancellationToken);
        var identities = await page.IdentitiesAsync();
        foreach (var (target, locator) in locators)
        {
            var made = changes.GetValueOrDefault(target.ToString()) ?? [];
            var removed = made.Contains("removed") || !identities.Contains(target);
            if (await IsBrokenAsync(locator) && (removed || await IsThereAsync(target, after)))
            {
                await HealAsync("redesign", removed ? ["removed"] : made, removed ? Demand.Abstain : Demand.Heal, before, after, target, locator, random, cancellationToken);
            }
        }
    }

    private async Task TrapAsync(string trap, int number, CancellationToken cancellationToken)
    {
        var random = new Random(number);
        var before = await page.LoadAsync(url, cancellationToken);
        var plantable = await page.PlantableAsync(trap);
        foreach (var candidate in TargetsOf(before, random, fields: trap == "surname").Take(TargetsTried))
        {
            var target = candidate;
            if (plantable)
            {
                if (await page.PlantAsync(trap, target, number, cancellationToken) is not { } planted || planted.Target < 0)
                {
                    continue;
                }

                (before, target) = planted;
            }

            if (await page.PickAsync(before.Elements[target].Print, cancellationToken) is not { } locator
                || await page.TrapAsync(trap, target, locator.Kind, number) is not { } demanded)
            {
                continue;
            }

            var after = await page.ReadAsync(cancellationToken);
            var demand = demanded == "abstain" ? Demand.Abstain : Demand.HealOrAbstain;
            await HealAsync(trap, [], demand, before, after, target, locator, random, cancellationToken);
            return;
        }
    }

    private async Task HealAsync(
        string kind,
        IReadOnlyList<string> changes,
        Demand demand,
        PageFacts before,
        PageFacts after,
        int target,
        LocatorSpec locator,
        Random random,
        CancellationToken cancellationToken)
    {
        var identities = await page.IdentitiesAsync();
        var element = Healer.Planned(before.Elements[target].Print, target, locator);
        var known = before.Elements
            .Select((e, i) => i == target ? element : Healer.Planned(e.Print, i))
            .Where((e, i) => i == target || (before.Elements[i].Visible && random.Next(2) == 0))
            .ToArray();
        foreach (var seen in new[] { true, false })
        {
            ElementFingerprint[] prints = seen ? [.. before.Elements.Where(e => e.Visible).Select(e => e.Print)] : [];
            var (record, milliseconds) = await healer.HealAsync(element, known, prints, after, cancellationToken);
            var score = HealScore.Abstained;
            int[] found = [];
            if (record is { Decision: HealDecision.Healed, New: { } healed } && await page.RefusalAsync(healed, element.Print, cancellationToken) is null)
            {
                found = await page.FindAsync(healed);
                score = found is [var one] && one == target && demand != Demand.Abstain ? HealScore.Right : HealScore.Wrong;
            }

            var there = Array.IndexOf(identities, target);
            _cases.Add(new()
            {
                Site = site,
                Page = PathOf(url),
                Kind = kind,
                Changes = changes,
                Demand = demand,
                Seen = seen,
                Score = score,
                Milliseconds = milliseconds,
                Story = Story(record, there < 0 ? null : after.Elements[there].Print, found, target),
            });
        }
    }

    private static string Story(HealRecord record, ElementFingerprint? there, int[] found, int target)
    {
        var best = string.Join("; ", record.Candidates.Take(3).Select(c => $"{c.Score:F2} {Short(c.Print)}"));
        return $"{record.Decision}: {Short(record.Before!)} by {record.Old} is {(there is null ? "gone" : Short(there))}\n      {record.Reason} New {record.New} finds [{string.Join(',', found)}], wanted {target}. Candidates: {best}";
    }

    private static string Short(ElementFingerprint print) => $"<{print.Tag} {print.Type} '{print.Name}' id={print.Id} name={print.NameAttribute} testid={print.TestId} href={print.Href} in {print.Landmark}>";

    private async Task<bool> IsBrokenAsync(LocatorSpec locator) => (await page.FindAsync(locator)).Length != 1;

    // What a redesign hides, such as what it moves into a menu that is closed, is not there for a test either.
    private async Task<bool> IsThereAsync(int target, PageFacts after) =>
        Array.IndexOf(await page.IdentitiesAsync(), target) is >= 0 and var at && after.Elements[at] is { Visible: true, Enabled: true };

    /// <summary>Links, buttons and fields in turn: most pages have many more of the one than of the others.</summary>
    private static IEnumerable<int> TargetsOf(PageFacts facts, Random random, bool fields = false)
    {
        var targets = Enumerable.Range(0, facts.Elements.Count)
            .Where(i => facts.Elements[i] is { Visible: true, Enabled: true } e && e.Print.Name.Length > 0 && ElementUses.Of(e.Print) is var use && (fields ? use == ElementUse.Type : use != ElementUse.Read))
            .ToArray();
        random.Shuffle(targets);
        var kinds = targets.GroupBy(i => facts.Elements[i].Print.Role).Select(g => g.ToArray()).ToArray();
        return Enumerable.Range(0, targets.Length).SelectMany(turn => kinds.Where(k => turn < k.Length).Select(k => k[turn]));
    }

    private int Seed(int round, int number) => StableHash($"{site.Name} {PathOf(url)} {round} {number} {seed}");

    private static string PathOf(string url) => new Uri(url) is var address ? address.PathAndQuery + address.Fragment : url;

    // The same in every process, unlike that of the framework.
    private static int StableHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & int.MaxValue;
}
