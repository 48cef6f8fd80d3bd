using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>Requests that fail and exceptions that are thrown whenever the application is used, so that they explain nothing. Design met them, and cases check for others.</summary>
internal sealed class KnownFaults
{
    private readonly Uri _target;
    private readonly HashSet<string> _paths;
    private readonly string[] _messages;

    public KnownFaults(TestPlan plan)
    {
        _target = plan.Target;
        var checks = plan.Cases.SelectMany(c => c.Steps).Select(s => s.Action).ToArray();
        _paths = [.. checks.OfType<StepAction.ExpectRequestsSucceed>().SelectMany(c => c.Known), "/favicon.ico"];
        _messages = [.. checks.OfType<StepAction.ExpectConsoleClean>().SelectMany(c => c.Known).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Requests of the application itself that do not fail always. Pictures and fonts change how a page looks, not what it does.</summary>
    public IEnumerable<FailedRequest> New(IEnumerable<FailedRequest> requests) => requests.Where(r =>
        Uri.TryCreate(r.Url, UriKind.Absolute, out var url)
        && url.Authority == _target.Authority
        && !_paths.Contains(url.AbsolutePath)
        && !Decoration.Contains(Path.GetExtension(url.AbsolutePath)));

    public IEnumerable<ConsoleEntry> New(IEnumerable<ConsoleEntry> entries) =>
        entries.Where(e => e.Level == "exception" && !KnownMessages.Knows(_messages, e.Text, _target));

    private static readonly HashSet<string> Decoration = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".map", ".mp4", ".webm",
    };
}
