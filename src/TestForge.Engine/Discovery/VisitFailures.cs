using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Reads from the browser's error how a visit failed, in words for a person.</summary>
internal static class VisitFailures
{
    private static readonly (string Code, PageOutcome Outcome, string Detail)[] Known =
    [
        ("ERR_NAME_NOT_RESOLVED", PageOutcome.Unreachable, "the host name is not known"),
        ("ERR_CONNECTION_REFUSED", PageOutcome.Unreachable, "the connection was refused: nothing listens there"),
        ("ERR_CONNECTION_RESET", PageOutcome.Unreachable, "the connection was reset"),
        ("ERR_CONNECTION_CLOSED", PageOutcome.Unreachable, "the server closed the connection"),
        ("ERR_EMPTY_RESPONSE", PageOutcome.Unreachable, "the server answered nothing"),
        ("ERR_ADDRESS_UNREACHABLE", PageOutcome.Unreachable, "the address cannot be reached"),
        ("ERR_INTERNET_DISCONNECTED", PageOutcome.Unreachable, "this machine is not connected"),
        ("ERR_NETWORK_CHANGED", PageOutcome.Unreachable, "the network changed"),
        ("ERR_CERT", PageOutcome.Unreachable, "the TLS certificate is not trusted"),
        ("ERR_SSL", PageOutcome.Unreachable, "the TLS connection failed"),
        ("ERR_TUNNEL_CONNECTION_FAILED", PageOutcome.Unreachable, "the host cannot be reached"),
        ("ERR_PROXY", PageOutcome.Refused, "the egress guard refused the address"),
        ("ERR_TOO_MANY_REDIRECTS", PageOutcome.RedirectLoop, "the page redirects in a loop"),
        ("ERR_TIMED_OUT", PageOutcome.Timeout, "the connection timed out"),
        ("ERR_CONNECTION_TIMED_OUT", PageOutcome.Timeout, "the connection timed out"),
        ("ERR_INVALID_RESPONSE", PageOutcome.HttpError, "the answer is not valid HTTP"),
        ("ERR_INVALID_REDIRECT", PageOutcome.HttpError, "the redirect leads nowhere"),
        ("ERR_UNSAFE_REDIRECT", PageOutcome.Refused, "the redirect is not safe"),
        ("ERR_BLOCKED_BY", PageOutcome.Refused, "the browser blocked it"),
        ("ERR_UNSAFE_PORT", PageOutcome.Refused, "browsers refuse this port"),
        ("ERR_CONTENT_LENGTH_MISMATCH", PageOutcome.HttpError, "the answer ended before its stated length"),
        ("ERR_INCOMPLETE_CHUNKED_ENCODING", PageOutcome.HttpError, "the answer ended half-way"),
        ("ERR_RESPONSE_HEADERS_TOO_BIG", PageOutcome.HttpError, "the response headers are too large"),
        ("crashed", PageOutcome.Crashed, "the page crashed its renderer"),
        (PageReader.Unreadable, PageOutcome.Crashed, PageReader.Unreadable),
        ("context was destroyed", PageOutcome.Timeout, PageReader.KeepsNavigating),
        ("interrupted by another navigation", PageOutcome.Timeout, PageReader.KeepsNavigating),
    ];

    /// <summary>More dialogs than anyone would answer.</summary>
    private const int DialogsWithoutEnd = 50;

    public static VisitedPage From(Exception exception, PageRecorderState state)
    {
        if (state.Crashed)
        {
            return new(PageOutcome.Crashed, "the page crashed its renderer");
        }

        if (state.Downloaded || exception.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return new(PageOutcome.NotADocument, "the answer is a download");
        }

        foreach (var (code, outcome, detail) in Known)
        {
            if (exception.Message.Contains(code, StringComparison.Ordinal))
            {
                return new(outcome, detail);
            }
        }

        return exception switch
        {
            TimeoutException { Message: PageReader.Hangs } => new(
                PageOutcome.Crashed,
                state.Dialogs >= DialogsWithoutEnd ? "the page opens dialogs without end" : PageReader.Hangs),
            TimeoutException { Message: PageReader.KeepsNavigating } => new(PageOutcome.Timeout, PageReader.KeepsNavigating),
            TimeoutException => new(PageOutcome.Timeout, "the page did not answer in time"),
            PlaywrightException when exception.Message.Contains("ERR_ABORTED", StringComparison.Ordinal) =>
                new(PageOutcome.NotADocument, "the answer has no document (no content, or a download)"),
            _ => new(PageOutcome.Unreachable, PageText.Clean(exception.Message)),
        };
    }
}
