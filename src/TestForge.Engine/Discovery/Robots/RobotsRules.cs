using System.Globalization;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Robots;

/// <summary>What a robots.txt asks of us (RFC 9309; <c>Crawl-delay</c> and <c>Sitemap</c> as they are commonly understood).</summary>
internal sealed class RobotsRules
{
    /// <summary>The name that a group must bear to be meant for us alone.</summary>
    public const string ProductToken = "TestForge";

    private const string UserAgent = "user-agent";
    private const string CrawlDelay = "crawl-delay";
    private const string Sitemap = "sitemap";
    private const int MaxRules = 5_000;
    private const int MaxSitemaps = 50;
    private const double LongestDelay = 30;
    private static readonly HashSet<string> Fields = [UserAgent, "allow", "disallow", CrawlDelay, Sitemap];

    private RobotsRules(IReadOnlyList<RobotsRule> rules, double crawlDelaySeconds, IReadOnlyList<string> sitemaps)
    {
        Rules = rules;
        CrawlDelaySeconds = crawlDelaySeconds;
        Sitemaps = sitemaps;
    }

    public IReadOnlyList<RobotsRule> Rules { get; }

    /// <summary>The pause between two requests, at most 30; 0 when none is asked for.</summary>
    public double CrawlDelaySeconds { get; }

    /// <summary>Addresses of sitemaps as written.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads a robots.txt. Returns null when no line of the text is one of robots.txt, as in a page that answers in place of a missing file.</summary>
    public static RobotsRules? Parse(string text)
    {
        (string Field, string Value)[] lines = [.. text.TrimStart('\uFEFF').Split(['\r', '\n']).Select(Line).Where(l => Fields.Contains(l.Field))];
        if (lines.Length == 0)
        {
            return null;
        }

        var groups = Groups(lines.Where(l => l.Field != Sitemap));
        var ours = groups.Where(g => g.Names(ProductToken)).ToArray();
        ours = ours.Length > 0 ? ours : [.. groups.Where(g => g.Names("*"))];
        return new(
            [.. ours.SelectMany(g => g.Rules).Take(MaxRules)],
            ours.Select(g => g.Delay).DefaultIfEmpty().Max(),
            [.. lines.Where(l => l.Field == Sitemap).Select(l => l.Value).Take(MaxSitemaps)]);
    }

    /// <summary>Returns the rule that keeps us from an address, or null. The longest that matches decides; of two as long the one that allows.</summary>
    public RobotsRule? Against(Uri url)
    {
        var path = RobotsPath.Normal(url.PathAndQuery);
        var decisive = Rules.Where(r => r.Matches(path)).OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.Allow).FirstOrDefault();
        return decisive is { Allow: false } && url.AbsolutePath != "/robots.txt" ? decisive : null;
    }

    // Names that follow each other begin one group; what comes before the first name belongs to none.
    private static List<Group> Groups(IEnumerable<(string Field, string Value)> lines)
    {
        var groups = new List<Group>();
        var naming = false;
        foreach (var (field, value) in lines)
        {
            if (field == UserAgent)
            {
                if (!naming)
                {
                    groups.Add(new());
                }

                groups[^1].Agents.Add(value);
            }
            else if (groups.Count > 0)
            {
                groups[^1].Add(field, value);
            }

            naming = field == UserAgent;
        }

        return groups;
    }

    private static (string Field, string Value) Line(string line)
    {
        var text = line.Split('#', 2)[0];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (text[..colon].Trim().ToLowerInvariant(), PageText.Clean(text[(colon + 1)..], 2_000));
    }

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<RobotsRule> Rules { get; } = [];

        public double Delay { get; private set; }

        public void Add(string field, string value)
        {
            if (field != CrawlDelay)
            {
                // A line that names nothing forbids nothing.
                Rules.AddRange(value.Length > 0 ? [new(field == "allow", value)] : []);
            }
            else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                Delay = Math.Clamp(seconds, 0, LongestDelay);
            }
        }

        // What follows the token, such as a version, does not count.
        public bool Names(string token) => Agents.Any(a => a.Equals(token, StringComparison.OrdinalIgnoreCase)
            || (a.StartsWith(token, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetter(a[token.Length]) && a[token.Length] is not ('-' or '_')));
    }
}
