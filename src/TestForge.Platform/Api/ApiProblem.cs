using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Api;

/// <summary>A named failure as problem details (RFC 9457), with a stable code and a page about it.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable code, which has a page in docs/errors.</param>
/// <param name="detail">What was wrong, where, and what to do.</param>
/// <param name="errors">What is wrong with which field, by its name in the request.</param>
internal sealed class ApiProblem(int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null) : IResult, IStatusCodeHttpResult
{
    public const string ErrorPages = "/errors/";

    public string Code => code;

    /// <summary>What was wrong, where, and what to do.</summary>
    public string Detail => detail;

    public int? StatusCode => status;

    /// <summary>Seconds after which it may be worth to try again.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Whether what was written stays, such as a count of failures. Otherwise a failure undoes the request's changes.</summary>
    public bool KeepsChanges { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        if (RetryAfter is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var problem = errors is null ? new ProblemDetails() : new HttpValidationProblemDetails(errors.ToDictionary());
        problem.Status = status;
        problem.Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
        problem.Detail = detail;
        problem.Extensions["code"] = code;
        return httpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem }).AsTask();
    }
}
