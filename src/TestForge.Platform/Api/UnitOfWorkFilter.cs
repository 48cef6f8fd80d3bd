using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Data;

namespace TestForge.Platform.Api;

/// <summary>One transaction for each request. It is committed before the answer is written, and undone when the answer is a failure.</summary>
internal sealed class UnitOfWorkFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<PlatformDb>();
        var writes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (writes)
        {
            db.Audit.Begin(UseCaseOf(http), Caller.ActorOf(http), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        }

        await using var unit = await UnitOfWork.BeginAsync(db, writes, http.RequestAborted);
        var result = await next(context);
        if (!Failed(result) || KeepsChanges(result))
        {
            await unit.CommitAsync(http.RequestAborted);
        }

        return result;
    }

    private static string UseCaseOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? throw new InvalidOperationException($"The endpoint {http.GetEndpoint()?.DisplayName} changes something and has no name for the audit log.");

    private static bool KeepsChanges(object? result) => result switch
    {
        INestedHttpResult nested => KeepsChanges(nested.Result),
        ApiProblem problem => problem.KeepsChanges,
        _ => false,
    };

    public static bool Failed(object? result) => result switch
    {
        INestedHttpResult nested => Failed(nested.Result),
        IStatusCodeHttpResult { StatusCode: >= 400 } => true,
        _ => false,
    };
}
