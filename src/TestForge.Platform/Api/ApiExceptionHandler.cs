using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Api;

/// <summary>Turns what escaped a handler into a problem that says no more than the caller may know.</summary>
internal sealed partial class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested || httpContext.Response.HasStarted)
        {
            return true;
        }

        await ProblemOf(exception).ExecuteAsync(httpContext);
        return true;
    }

    private ApiProblem ProblemOf(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException json }:
                return ApiErrors.Invalid(FieldOf(json), json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
                    ? "There is no such field."
                    : "The value is missing, has the wrong type, or is not valid JSON.");
            case BadHttpRequestException bad:
                return ApiErrors.Unreadable(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is larger than it may be." : PlainWords(bad));
            case DbUpdateConcurrencyException:
                return ApiErrors.Stale();
            case DbUpdateException { InnerException: Npgsql.PostgresException { SqlState: "23505" or "23503" } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 } }:
                return ApiErrors.Conflict();
            case var away when Outage.Is(away):
                LogAway(away.GetBaseException().Message);
                return ApiErrors.DatabaseAway();
            case SecretException secret:
                LogSecret(secret.Code, secret);
                return ApiErrors.SecretUnavailable(secret.Code);
            case OperationCanceledException:
                return ApiErrors.TimedOut();
            default:
                LogUnexpected(exception);
                return ApiErrors.Unexpected();
        }
    }

    // "$.environment.baseUrl" as the caller wrote it; a path may hold a piece of the body, so it is cut.
    private static string FieldOf(JsonException json) => json.Path is { Length: > 2 } path ? path[2..Math.Min(path.Length, 100)] : "body";

    // These messages name a parameter and its value as it was sent, and nothing of ours.
    private static string PlainWords(BadHttpRequestException bad) =>
        bad.Message.Length < 300 && bad.Message.StartsWith("Failed to bind parameter", StringComparison.Ordinal) ? "A value in the address is not of its kind." : "The request cannot be read.";

    [LoggerMessage(4003, LogLevel.Warning, "A request could not be answered, because the database is away: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(4002, LogLevel.Error, "A request could not be answered, because a secret could not be read or written: {Code}")]
    private partial void LogSecret(string code, Exception exception);

    [LoggerMessage(4001, LogLevel.Error, "A request failed in a way nobody foresaw")]
    private partial void LogUnexpected(Exception exception);
}
