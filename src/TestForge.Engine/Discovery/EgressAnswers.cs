using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Reads the answers the egress guard gives in place of a host.</summary>
internal static class EgressAnswers
{
    private const int MaxBytes = 2_000;
    private const string Preamble = "TestForge does not open this address: ";

    /// <param name="mark">What the guard's header says.</param>
    /// <param name="reason">The guard's words, or null when they are not known.</param>
    public static VisitedPage Read(string mark, string? reason)
    {
        if (mark == "refused")
        {
            return new(PageOutcome.Refused, $"the egress guard refused the address: {reason ?? "it is private"}");
        }

        return new(PageOutcome.Unreachable, reason switch
        {
            null => "the host cannot be reached",
            _ when reason.EndsWith(": HostNotFound", StringComparison.Ordinal) || reason.EndsWith(": NoData", StringComparison.Ordinal) => "the host name is not known",
            _ when reason.EndsWith(": TryAgain", StringComparison.Ordinal) => "the host name could not be looked up",
            _ when reason.EndsWith(": ConnectionRefused", StringComparison.Ordinal) => "the connection was refused: nothing listens there",
            _ => reason,
        });
    }

    /// <summary>Returns the reason the guard wrote into its answer, or null.</summary>
    public static async Task<string?> ReasonAsync(IResponse response, CancellationToken cancellationToken)
    {
        if (!int.TryParse(response.Headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > MaxBytes)
        {
            return null;
        }

        try
        {
            var text = PageText.Clean(await response.TextAsync().WaitAsync(TimeSpan.FromSeconds(2), cancellationToken), 300);
            return text.StartsWith(Preamble, StringComparison.Ordinal) ? text[Preamble.Length..].TrimEnd('.') : null;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return null;
        }
    }
}
