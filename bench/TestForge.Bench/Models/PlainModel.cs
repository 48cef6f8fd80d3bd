using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Bench.Models;

/// <summary>
/// A scripted model that answers the questions of design and of the report from what it is shown, in as many words as such answers have. What it
/// thinks of is not clever: it stands in for the length of answers, so that what is sent can be counted.
/// </summary>
internal static class PlainModel
{
    private const int Flows = 4;
    private const int CasesOfFlow = 6;
    private const string Sentence = "It is what visitors come to this part of the application for, and it would be missed.";

    private static readonly string[] Criteria = ["The page that the link names is shown", "Its heading says where I am", "Nothing on it is refused"];

    /// <summary>The kinds of questions, by a phrase of their instructions.</summary>
    public static readonly IReadOnlyList<(string Name, string Phrase)> Questions =
    [
        ("page", "You look at one page"), ("application", "Say what the application is"), ("requirements", "You write the requirements"), ("cases", "You design tests"),
        ("critique", "You review tests"), ("steps", "You write down the steps"), ("insights", "You write for the report"),
    ];

    public static string KindOf(string body) => Questions.FirstOrDefault(q => body.Contains(q.Phrase, StringComparison.Ordinal)).Name ?? "other";

    public static FakeReply Answer(JsonObject body)
    {
        var texts = body["messages"]![0]!["content"]!.AsArray().Select(c => c!["text"]!.GetValue<string>()).ToArray();
        var shown = string.Join('\n', texts);
        return FakeReply.Json(JsonSerializer.Serialize(KindOf(body["system"]!.ToJsonString()) switch
        {
            "page" => Page(shown, texts[^1]),
            "application" => Application(shown),
            "requirements" => Requirements(shown),
            "cases" => Cases(shown),
            "critique" => new { verdicts = Ids(shown, @"^(c\d+) ").Select(c => new { @case = c, keep = true, sameAs = (string?)null, reason = "It shows something that no other shows." }) },
            "steps" => Steps(shown),
            "insights" => Insights(shown),
            _ => new { },
        }));
    }

    private static object Page(string shown, string question) => new
    {
        page = Regex.Match(question, @"p\d+").Value,
        kind = "other",
        purpose = Sentence,
        actions = Ids(shown, @"^\s+(p\d+(?:\.s\d+)?\.e\d+) ").Take(4).Select(e => new { element = e, what = "Goes on to what is offered there" }),
    };

    private static object Application(string shown)
    {
        var pages = Pages(shown);
        return new
        {
            domain = "Business on the web",
            summary = $"{Sentence} {Sentence}",
            personas = new[] { new { name = "Visitor", wants = Sentence }, new { name = "Returning customer", wants = Sentence } },
            flows = Enumerable.Range(0, Math.Min(Flows, pages.Count)).Select(i => new { name = $"Reach part {i + 1} of the application", why = Sentence, persona = "Visitor", pages = new[] { pages[0], pages[i], pages[(i + 1) % pages.Count] }.Distinct() }),
        };
    }

    private static object Requirements(string shown) => new
    {
        requirements = Ids(shown, @"^(flow\d+) ").SelectMany(flow => Enumerable.Range(1, 2).Select(i => new
        {
            title = $"Part {i} of {flow} can be reached and used",
            text = Sentence,
            flow,
            stories = new[] { new { role = "a visitor", want = "to find what I came for and use it", benefit = "I need not ask anybody", criteria = Criteria, pages = Pages(shown).Take(2), elements = Array.Empty<string>() } },
        })),
    };

    private static object Cases(string shown)
    {
        var (stories, links) = (Ids(shown, @"^(r\d+\.\d+) As "), Links(shown));
        return new
        {
            cases = links.Take(CasesOfFlow).Select((link, i) => new
            {
                title = $"The link {link.Element} of {stories[0]} leads on",
                story = stories[i % stories.Count],
                kind = "positive",
                page = link.Page,
                does = "Opens the page, looks for the link, and follows it as a visitor would who has never been there before.",
                expected = "The page that the link names is shown, with the heading that belongs to it.",
                fault = "A link that leads elsewhere would keep visitors from what they came for.",
                risk = 3,
            }),
            charters = new[] { new { title = "Words and tone", mission = Sentence, pages = Pages(shown).Take(2) } },
        };
    }

    private static object Steps(string shown)
    {
        var element = Regex.Match(shown, @"The link (p\d+\.e\d+) of").Groups[1].Value;
        var link = Links(shown).FirstOrDefault(l => l.Element == element, Links(shown)[0]);
        return new
        {
            impossible = (string?)null,
            steps = new object[] { new { @do = "open", page = link.Page, element = (string?)null, value = (string?)null }, new { @do = "click", page = (string?)null, element = link.Element, value = (string?)null } },
            expectations = new[] { new { kind = "leadsTo", page = link.To, element = (string?)null, text = (string?)null } },
        };
    }

    private static object Insights(string shown)
    {
        var evidence = Ids(shown, @"^([a-z]\d+) ").Take(8).ToArray();
        var said = evidence.Select(e => new { text = "This is what should be looked at first, because users meet it.", evidence = new[] { e } }).ToArray();
        return new { summary = said.Take(2), failurePatterns = said.Take(2), rootCauses = said.Take(3), recommendations = said.Take(3), risk = said.Take(2), deployment = said.Take(1) };
    }

    private static IReadOnlyList<string> Pages(string shown) => Ids(shown, @"^(p\d+) \S+ """);

    private static IReadOnlyList<(string Page, string Element, string To)> Links(string shown) =>
        [.. Regex.Matches(shown, @"^\s+((p\d+)\.e\d+) link ""[^""]*"" -> (p\d+)\s*$", RegexOptions.Multiline).Select(m => (m.Groups[2].Value, m.Groups[1].Value, m.Groups[3].Value)).Distinct()];

    private static IReadOnlyList<string> Ids(string shown, string pattern) => [.. Regex.Matches(shown, pattern, RegexOptions.Multiline).Select(m => m.Groups[1].Value).Distinct()];
}
