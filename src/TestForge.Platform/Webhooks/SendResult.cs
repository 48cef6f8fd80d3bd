namespace TestForge.Platform.Webhooks;

/// <summary>What became of an attempt.</summary>
/// <param name="StatusCode">HTTP status or reply code of SMTP, or null when there was no answer.</param>
/// <param name="Error">Why there was none.</param>
/// <param name="Answer">The beginning of the answer.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record SendResult(int? StatusCode, string? Error, string? Answer, int Milliseconds)
{
    public bool Delivered => StatusCode is >= 200 and < 300;

    /// <summary>The receiver says that it is gone for good, and is not to be told anything any more.</summary>
    public bool Gone { get; init; } = StatusCode == 410;

    /// <summary>This message will not be taken, however often it is sent.</summary>
    public bool Refused { get; init; }

    /// <summary>How long the receiver asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
