using TestForge.Cli.Settings;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>
/// Which applications a client may have tested. Pages have a part in what an agent wants, so without a person's word that is this machine and the public web,
/// and with it the one application that the person has named.
/// </summary>
/// <param name="named">The application that a person has named, or null.</param>
/// <param name="allowPrivate">Whether the person has allowed private addresses.</param>
internal sealed class McpTargets(Uri? named, bool allowPrivate)
{
    /// <summary>Whether a target is held to the rules for private addresses while it is visited.</summary>
    public bool Guards => named is null && !allowPrivate;

    /// <summary>The address that a client means. Throws <c>usage.missing_url</c>, <c>usage.invalid_url</c> and <c>mcp.target_refused</c>.</summary>
    public async Task<Uri> ReadAsync(string? typed, CancellationToken cancellationToken)
    {
        var target = typed is not null ? TargetUrl.Parse(typed)
            : named ?? throw new StageException("usage.missing_url", "Say which application is meant, with url.", retryable: false);
        await CheckAsync(target, cancellationToken);
        return target;
    }

    public async Task CheckAsync(Uri target, CancellationToken cancellationToken)
    {
        if (target.UserInfo.Length > 0)
        {
            throw Refused("an address must not carry a user name or password");
        }

        if (named is not null)
        {
            if (Uri.Compare(target, named, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
            {
                throw Refused($"this server was started for {named.GetLeftPart(UriPartial.Authority)} alone");
            }
        }
        else if (!allowPrivate && await TargetReach.RefusalOfAsync(target, cancellationToken) is { } why)
        {
            throw Refused(why);
        }

        StageException Refused(string reason) => new(
            "mcp.target_refused",
            $"{target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)} is not tested: {reason}. A person can start the server for it: testforge mcp URL.",
            retryable: false);
    }
}
