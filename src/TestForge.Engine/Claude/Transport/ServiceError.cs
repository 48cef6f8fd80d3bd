using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace TestForge.Engine.Claude.Transport;

/// <summary>Turns what the service says when it does not answer into an end of the call.</summary>
internal static class ServiceError
{
    private const int MaxMessage = 300;

    public static ClaudeStopException From(int status, HttpResponseHeaders headers, string body)
    {
        var (type, message, code) = Read(body);
        var spent = code == "enforced_spend_limit_reached" || message.Contains("API usage limits", StringComparison.OrdinalIgnoreCase);
        var retryable = !spent && (First(headers, "x-should-retry") switch
        {
            "true" => true,
            "false" => false,
            _ => status is 408 or 409 or 429 or >= 500,
        });
        var outcome = (status, type) switch
        {
            _ when spent => ClaudeOutcome.Rejected,
            (413, _) => ClaudeOutcome.TooLong,
            (400, _) when message.Contains("prompt is too long", StringComparison.OrdinalIgnoreCase) => ClaudeOutcome.TooLong,
            (404, _) => ClaudeOutcome.Unfit,
            (408 or 409 or 429 or >= 500, _) => ClaudeOutcome.Unavailable,
            _ => ClaudeOutcome.Rejected,
        };
        var what = status switch
        {
            _ when spent => "The spending limit of the account is reached",
            401 => "The service does not accept the key in ANTHROPIC_API_KEY",
            402 => "The account has a problem with its billing",
            403 => "The key may not do this",
            429 => "The service is asked too much at once",
            529 => "The service is overloaded",
            _ => $"The service answered with status {status}",
        };
        var id = First(headers, "request-id");
        return new(outcome, $"{what}{(message.Length == 0 ? "" : $": {message}")}{(id is null ? "" : $" (request {id})")}")
        {
            Retryable = retryable,
            Ill = retryable && status is not (409 or 429),
            RetryAfter = RetryDelays.Asked(First(headers, "retry-after-ms"), First(headers, "retry-after")),
        };
    }

    /// <summary>An error that comes as an event of a stream, after a good status.</summary>
    public static ClaudeStopException FromEvent(JsonElement body)
    {
        var (type, message, _) = Read(body.ValueKind == JsonValueKind.Undefined ? "" : body.GetRawText());
        // One that cannot be read came from something in between.
        var busy = type is "" or "overloaded_error" or "rate_limit_error" or "api_error" or "timeout_error";
        return new(busy ? ClaudeOutcome.Unavailable : ClaudeOutcome.Rejected, $"The service broke off its answer: {(message.Length > 0 ? message : type.Length > 0 ? type : "it gave no reason")}")
        {
            Retryable = busy,
            Ill = busy && type != "rate_limit_error",
        };
    }

    private static (string Type, string Message, string? Code) Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
            {
                var details = error.TryGetProperty("details", out var d) && d.ValueKind == JsonValueKind.Object ? Text(d, "error_code") : null;
                return (Text(error, "type") ?? "", Shortened(Text(error, "message") ?? ""), details ?? Text(error, "error_code") ?? Text(error, "code"));
            }
        }
        catch (JsonException)
        {
            // A gateway's page, which says nothing that is fit for a message.
        }

        return ("", "", null);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Shortened(string text) => text.Length <= MaxMessage ? text : text[..MaxMessage] + "…";

    private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
