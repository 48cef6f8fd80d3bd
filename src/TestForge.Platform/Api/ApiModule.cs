using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Limits;
using TestForge.Platform.OAuth;

namespace TestForge.Platform.Api;

/// <summary>The conventions that all of the API keeps.</summary>
public static class ApiModule
{
    public static IServiceCollection AddApi(this IServiceCollection services, ApiOptions limits)
    {
        services.AddValidation();
        AnswerCompression.Add(services);
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(limits.TimeoutSeconds) });
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        services.AddProblemDetails(o => o.CustomizeProblemDetails = Complete);
        return services;
    }

    /// <summary>What comes before every endpoint.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => (context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ApiErrors.NotFound(),
            StatusCodes.Status405MethodNotAllowed => ApiErrors.MethodNotAllowed(),
            StatusCodes.Status504GatewayTimeout => ApiErrors.TimedOut(),
            var status when status >= 500 => ApiErrors.Unexpected(),
            var status => ApiErrors.Unreadable(status, "The request cannot be answered as it is."),
        }).ExecuteAsync(context.HttpContext));
        app.UseRouting();
        AnswerCompression.Use(app);
        app.UseMiddleware<ApiVersions>();
        app.UseRequestTimeouts();
        app.UseLoadShedding();
        app.UseOAuth();
        app.UseAuthentication();
        app.UseLimits();
        app.UseAuthorization();
        app.UseMiddleware<BodyForIdempotency>();
    }

    /// <summary>The group that all of version 1 is in: a known caller, one transaction, keys that make POST safe to repeat.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").RequireAuthorization();
        group.AddEndpointFilter<UnitOfWorkFilter>();
        group.AddEndpointFilter<IdempotencyFilter>();
        group.AddEndpointFilter<ConditionalGet>();
        group.AddEndpointFilterFactory(KnownQueries.Filter);
        group.AddEndpointFilterFactory(BodyText.Filter);
        group.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        return group;
    }

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem is HttpValidationProblemDetails validation && !problem.Extensions.ContainsKey("code"))
        {
            // Fields go by their names in JSON.
            validation.Errors = validation.Errors.ToDictionary(e => string.Join('.', e.Key.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName)), e => e.Value);
            problem.Extensions["code"] = "request.invalid";
            problem.Detail = $"{validation.Errors.Count} fields have values that are not allowed. See errors.";
            problem.Title = "Bad Request";
        }

        problem.Extensions.TryAdd("code", "server.unexpected");
        problem.Type = ApiProblem.ErrorPages + problem.Extensions["code"];
        problem.Instance = context.HttpContext.Request.Path;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }
}
