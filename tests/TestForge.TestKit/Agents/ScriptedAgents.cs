using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.TestKit.FakeClaude;

namespace TestForge.TestKit.Agents;

/// <summary>A model that answers every question of the chain from what it is shown.</summary>
public sealed class ScriptedAgents(params Idea[] ideas)
{
    /// <summary>Verdicts of the critique by title; all others are kept.</summary>
    public Func<SeenSite, string, object?> Verdict { get; init; } = (_, _) => null;

    /// <summary>Asked before all else.</summary>
    public Func<SeenSite, FakeReply?> First { get; init; } = _ => null;

    public FakeReply Answer(JsonObject body)
    {
        var site = SeenSite.Of(body);
        return First(site) ?? FakeReply.Json(JsonSerializer.Serialize(
            site.IsAbout("You look at one page") ? Page(site)
            : site.IsAbout("Say what the application is") ? Application(site)
            : site.IsAbout("You write the requirements") ? Requirements(site)
            : site.IsAbout("You design tests") ? Cases(site)
            : site.IsAbout("You review tests") ? Critique(site)
            : Steps(site)));
    }

    private static object Page(SeenSite site)
    {
        var page = site.Question.Split(' ')[3];
        return new { page, kind = "other", purpose = $"Lets visitors look at {page}.", actions = site.Ids(@"^\s+(p\d+\.e\d+) button").Take(1).Select(e => new { element = e, what = "Does it" }) };
    }

    private static object Application(SeenSite site) => new
    {
        domain = "Lending",
        summary = "Neighbours lend tools.",
        personas = new[] { new { name = "Neighbour", wants = "a tool for a day" } },
        flows = new[] { new { name = "Book a tool", why = "It is what they come for.", persona = "Neighbour", pages = new[] { site.Page("/tools"), site.Page("/book") } } },
    };

    private static object Requirements(SeenSite site) => new
    {
        requirements = new[]
        {
            new
            {
                title = "Tools are lent for one to fourteen days",
                text = "A booking names a tool and one to fourteen days.",
                flow = "flow1",
                stories = new[] { new { role = "a neighbour", want = "to book a tool", benefit = "it is there when I come", criteria = new[] { "Fifteen days are refused" }, pages = new[] { site.Page("/book") }, elements = new[] { site.Element("button", "Book it") } } },
            },
        },
    };

    private object Cases(SeenSite site) => new
    {
        cases = ideas.Select(i => new { title = i.Title, story = site.Ids(@"^(r\d+\.\d+) As ")[0], kind = i.Kind, page = site.Page(i.Page), does = "as scripted", expected = "as scripted", fault = "It would lend wrongly.", risk = 4 }),
        charters = new[] { new { title = "Dates", mission = "Book around the turn of the year.", pages = new[] { site.Page("/book") } } },
    };

    private object Critique(SeenSite site) => new
    {
        verdicts = site.Ids(@"^(c\d+) ").Select((id, n) => Verdict(site, ideas[n].Title) ?? new { @case = id, keep = true, sameAs = (string?)null, reason = "worth it" }),
    };

    private object Steps(SeenSite site)
    {
        var idea = ideas.Single(i => site.Text.Contains($": {i.Title}\n", StringComparison.Ordinal));
        var possible = idea.Impossible is null;
        return new { impossible = idea.Impossible, steps = possible ? idea.Steps(site) : [], expectations = possible ? idea.Expectations(site) : [] };
    }
}
