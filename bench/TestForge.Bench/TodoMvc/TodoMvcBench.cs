using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Bench.Mutants;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Bench.TodoMvc;

/// <summary>Takes the locators of one implementation of TodoMVC to another and has the product heal those that break there.</summary>
internal static class TodoMvcBench
{
    private static readonly JsonSerializerOptions Reading = new() { PropertyNameCaseInsensitive = true };

    /// <param name="partsFile">A JSON list of <see cref="TodoPart"/>.</param>
    /// <param name="implementations">Each as name=address.</param>
    /// <param name="verbose">Whether each part that was not found again is told.</param>
    public static async Task<int> RunAsync(string partsFile, IReadOnlyList<string> implementations, bool verbose)
    {
        var parts = JsonSerializer.Deserialize<TodoPart[]>(await File.ReadAllTextAsync(partsFile), Reading)!;
        var addresses = implementations.Select(i => i.Split('=', 2)).ToDictionary(i => i[0], i => i[1]);
        await using var healer = new Healer(new(addresses.Values.First()));
        await using var session = await healer.OpenAsync(CancellationToken.None);
        var page = new MutantPage(session.Page, held: false, p => PrepareAsync(p, parts));
        var designed = new Dictionary<string, Dictionary<TodoPart, PlanElement>>();
        var plans = new Dictionary<string, PlanElement[]>();
        foreach (var (name, url) in addresses)
        {
            (designed[name], plans[name]) = await DesignAsync(page, url, parts);
        }

        var pairs = new Dictionary<(string From, string To), TodoPair>();
        var times = new List<double>();
        foreach (var (to, url) in addresses)
        {
            var facts = await page.LoadAsync(url, CancellationToken.None);
            foreach (var from in addresses.Keys.Where(n => n != to))
            {
                pairs[(from, to)] = await HealAsync(healer, page, facts, designed[from], plans[from], times, verbose ? $"{from} on {to}" : null);
            }
        }

        Print([.. addresses.Keys], pairs, times);
        return 0;
    }

    // Boxes to check are drawn by what lies over them, so they are clicked wherever they are.
    private static async Task PrepareAsync(IPage page, TodoPart[] parts)
    {
        ILocator Part(string name) => parts.Single(p => p.Name == name) is var part ? page.Locator(part.Selector).Nth(part.Index) : null!;
        foreach (var todo in (string[])["Buy milk", "Call Ann"])
        {
            await Part("new todo").FillAsync(todo);
            await Part("new todo").PressAsync("Enter");
        }

        await Part("toggle of the second todo").EvaluateAsync("e => e.click()");
        await page.Locator("li").Filter(new() { HasText = "Buy milk" }).HoverAsync();
    }

    private static async Task<(Dictionary<TodoPart, PlanElement> Parts, PlanElement[] Plan)> DesignAsync(MutantPage page, string url, TodoPart[] parts)
    {
        var facts = await page.LoadAsync(url, CancellationToken.None);
        var plan = facts.Elements.Select((e, i) => Healer.Planned(e.Print, i)).ToArray();
        var found = new Dictionary<TodoPart, PlanElement>();
        foreach (var part in parts)
        {
            var at = await page.PlaceAsync(part.Selector, part.Index);
            if (at >= 0 && facts.Elements[at].Visible && await page.PickAsync(facts.Elements[at].Print, CancellationToken.None) is { } locator)
            {
                found[part] = plan[at] = plan[at] with { Locator = locator };
            }
        }

        return (found, [.. plan.Where((_, i) => facts.Elements[i].Visible)]);
    }

    private static async Task<TodoPair> HealAsync(
        Healer healer,
        MutantPage page,
        PageFacts facts,
        Dictionary<TodoPart, PlanElement> designed,
        PlanElement[] plan,
        List<double> times,
        string? story)
    {
        var pair = new TodoPair();
        foreach (var (part, element) in designed)
        {
            var wanted = await page.PlaceAsync(part.Selector, part.Index);
            if (wanted < 0 || !facts.Elements[wanted].Visible)
            {
                continue;
            }

            pair.Parts++;
            var found = await page.FindAsync(element.Locator);
            if (found.Length == 1)
            {
                pair.Unbroken += found[0] == wanted ? 1 : 0;
                pair.Mistaken += found[0] == wanted ? 0 : 1;
                continue;
            }

            var (record, milliseconds) = await healer.HealAsync(element, plan, [], facts, CancellationToken.None);
            times.Add(milliseconds);
            var healed = record is { Decision: HealDecision.Healed, New: { } locator } && await page.RefusalAsync(locator, element.Print, CancellationToken.None) is null ? await page.FindAsync(locator) : null;
            var right = healed is [var one] && one == wanted;
            pair.Right += right ? 1 : 0;
            pair.Wrong += !right && healed is not null ? 1 : 0;
            pair.Abstained += healed is null ? 1 : 0;
            if (story is not null && !right)
            {
                Console.WriteLine($"{(healed is null ? "abstained" : "WRONG")} {story}: {part.Name}, {element.Locator} -> {record.New}: {record.Decision}: {record.Reason}");
            }
        }

        return pair;
    }

    private static void Print(string[] names, Dictionary<(string From, string To), TodoPair> pairs, List<double> times)
    {
        Console.WriteLine($"{"healed/broken, ! wrong",-24} {string.Join(' ', names.Select(n => $"{n,14}"))}");
        foreach (var from in names)
        {
            Console.WriteLine($"{from,-24} {string.Join(' ', names.Select(to => $"{(pairs.TryGetValue((from, to), out var p) ? $"{p.Right}/{p.Broken}{new string('!', p.Wrong)}" : "-"),14}"))}");
        }

        var all = pairs.Values;
        var sorted = times.Order().ToArray();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["benchmark"] = "todomvc-heal",
            ["pairs"] = pairs.Count,
            ["parts"] = all.Sum(p => p.Parts),
            ["unbroken"] = all.Sum(p => p.Unbroken),
            ["mistaken"] = all.Sum(p => p.Mistaken),
            ["broken"] = all.Sum(p => p.Broken),
            ["right"] = all.Sum(p => p.Right),
            ["wrong"] = all.Sum(p => p.Wrong),
            ["abstained"] = all.Sum(p => p.Abstained),
            ["rate"] = Math.Round((double)all.Sum(p => p.Right) / Math.Max(1, all.Sum(p => p.Broken)), 4),
            ["msMedian"] = sorted.Length == 0 ? 0 : Math.Round(sorted[sorted.Length / 2], 2),
            ["msP95"] = sorted.Length == 0 ? 0 : Math.Round(sorted[(int)(sorted.Length * 0.95)], 2),
        }));
    }
}
