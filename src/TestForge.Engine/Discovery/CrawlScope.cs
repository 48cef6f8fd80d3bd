using System.Text;
using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Decides which addresses belong to the application.</summary>
internal sealed class CrawlScope(Uri origin, ScopeRules rules)
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(100);
    private readonly Regex[] _include = [.. (rules.Include ?? []).Select(Compile)];
    private readonly Regex[] _exclude = [.. (rules.Exclude ?? []).Select(Compile)];
    private Uri _origin = origin;

    /// <summary>Takes another origin for the application: its start page has moved there.</summary>
    public void MoveTo(Uri origin) => _origin = origin;

    public bool Contains(Uri url) =>
        TargetMoves.SameOrigin(url, _origin)
        && url.AbsolutePath.StartsWith(rules.PathPrefix, StringComparison.Ordinal)
        && (_include.Length == 0 || _include.Any(g => Matches(g, url)))
        && !_exclude.Any(g => Matches(g, url));

    // Some applications keep all that tells their pages apart in the query.
    private static bool Matches(Regex glob, Uri url) => glob.IsMatch(url.AbsolutePath) || glob.IsMatch(url.PathAndQuery);

    private static Regex Compile(string glob)
    {
        var pattern = new StringBuilder("^");
        for (var i = 0; i < glob.Length; i++)
        {
            if (glob[i] == '*' && i + 1 < glob.Length && glob[i + 1] == '*')
            {
                pattern.Append(".*");
                i++;
            }
            else
            {
                pattern.Append(glob[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return new(pattern.Append('$').ToString(), RegexOptions.CultureInvariant, MatchLimit);
    }
}
