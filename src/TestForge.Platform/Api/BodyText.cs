using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;

namespace TestForge.Platform.Api;

/// <summary>Refuses zeros in the texts of a body: no database of ours keeps them alike, and nobody types them.</summary>
internal static class BodyText
{
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var services = context.ApplicationServices.GetService<IServiceProviderIsService>();
        var index = Array.FindIndex(context.MethodInfo.GetParameters(), p => IsBody(p, services));
        return index < 0 ? next : invocation => HasZero(invocation.Arguments[index]) ? ValueTask.FromResult<object?>(ApiErrors.Invalid("body", "A text has a character U+0000 in it. Leave it out.")) : next(invocation);
    }

    // What is ours, comes from no other place of the request, and is no service, is read from the body.
    private static bool IsBody(ParameterInfo parameter, IServiceProviderIsService? services) =>
        parameter.ParameterType is { IsClass: true, Namespace: { } space }
        && space.StartsWith("TestForge.", StringComparison.Ordinal)
        && !parameter.GetCustomAttributes().Any(a => a.GetType().Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true)
        && services?.IsService(parameter.ParameterType) != true;

    private static bool HasZero(object? body) => body is not null && JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ArtifactJson.Compact).AsSpan().IndexOf(@"\u0000"u8) >= 0;
}
