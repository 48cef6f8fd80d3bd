namespace TestForge.TestKit.FakeClaude;

/// <summary>How the fake service answers one request.</summary>
public sealed record FakeReply
{
    /// <summary>The answer's text.</summary>
    public string Text { get; init; } = "{}";

    public string StopReason { get; init; } = "end_turn";

    /// <summary>Of a refusal.</summary>
    public string? RefusalCategory { get; init; }

    /// <summary>Written before the answer, in a block of its own.</summary>
    public string? Thinking { get; init; } = "Let me see.";

    /// <summary>Anything but 200 is an error.</summary>
    public int Status { get; init; } = 200;

    public string ErrorType { get; init; } = "api_error";

    public string Message { get; init; } = "Scripted.";

    public string? ErrorCode { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Before anything is answered.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The connection is cut after so many events of the stream.</summary>
    public int? DropAfterEvents { get; init; }

    /// <summary>The stream ends in good order after so many events, without its end.</summary>
    public int? EndAfterEvents { get; init; }

    /// <summary>The stream falls silent for good after so many events.</summary>
    public int? SilentAfterEvents { get; init; }

    /// <summary>An error event comes after so many events of the stream.</summary>
    public int? ErrorAfterEvents { get; init; }

    /// <summary>In a batch: the request expires.</summary>
    public bool Expires { get; init; }

    public static FakeReply Json(string json) => new() { Text = json };

    public static FakeReply Refusal(string category) => new() { Text = "", StopReason = "refusal", RefusalCategory = category };

    public static FakeReply Error(int status, string? type = null, string message = "Scripted.") => new()
    {
        Status = status,
        Message = message,
        ErrorType = type ?? status switch
        {
            400 => "invalid_request_error",
            401 => "authentication_error",
            402 => "billing_error",
            403 => "permission_error",
            404 => "not_found_error",
            409 => "conflict_error",
            413 => "request_too_large",
            429 => "rate_limit_error",
            529 => "overloaded_error",
            _ => "api_error",
        },
    };
}
