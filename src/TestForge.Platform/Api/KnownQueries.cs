using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace TestForge.Platform.Api;

/// <summary>Refuses query parameters that an operation does not know: a filter that was mistyped would otherwise give everything.</summary>
internal static class KnownQueries
{
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var known = context.MethodInfo.GetParameters().SelectMany(NamesOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return invocation => invocation.HttpContext.Request.Query.FirstOrDefault(q => q.Value.Any(v => v?.Contains('\0') == true)).Key is { } zero
            ? ValueTask.FromResult<object?>(ApiErrors.Invalid(Shown(zero), "It has a character U+0000 in it. Leave it out."))
            : invocation.HttpContext.Request.Query.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown
            ? ValueTask.FromResult<object?>(ApiErrors.Invalid(Shown(unknown), known.Count == 0 ? "There is no such parameter; this operation has none." : "There is no such parameter. See the operation at /docs."))
            : next(invocation);
    }

    private static string Shown(string name) => name.Length > 100 ? name[..100] : name;

    private static IEnumerable<string> NamesOf(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
        {
            return parameter.ParameterType.GetProperties().Where(p => p.GetCustomAttribute<FromQueryAttribute>() is not null).Select(p => p.GetCustomAttribute<FromQueryAttribute>()!.Name ?? p.Name);
        }

        // Simple values that have no other place come from the query, or from the route, whose names do no harm here.
        return parameter.GetCustomAttribute<FromQueryAttribute>() is { } query ? [query.Name ?? parameter.Name!]
            : parameter.ParameterType == typeof(string) || (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).IsValueType ? [parameter.Name!]
            : [];
    }
}
