using System.ComponentModel;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Api;

/// <summary>Paging by key: the cursor holds the place of the last row that was given, so a page costs the same however far it is, and rows that come or go in between shift nothing.</summary>
internal sealed record PageQuery
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
    public const string DefaultSort = "-id";

    [FromQuery(Name = "limit")]
    [Description("Most items of a page, 1 to 200; 50 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor")]
    [Description("Where to go on, from links.next of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "sort")]
    [Description("What to sort by; with - before it, the largest first. Every list knows id, which is the order of making; -id when left out.")]
    public string? Sort { get; init; }

    /// <summary>The rows after the cursor.</summary>
    /// <param name="rows">All of them.</param>
    /// <param name="select">How one is shown.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="sorts">By what else they may be sorted.</param>
    /// <param name="whenEmpty">Asked only when there is no row: what to say when what the list is of is not there.</param>
    public async Task<Results<Ok<Page<TItem>>, ApiProblem>> PageOfAsync<TRow, TItem>(IQueryable<TRow> rows, Expression<Func<TRow, TItem>> select, HttpContext http, CancellationToken cancellationToken, SortFields<TRow>? sorts = null, Func<Task<ApiProblem?>>? whenEmpty = null)
        where TRow : class, ITenantOwned
    {
        var limit = Limit ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
        {
            return ApiErrors.Invalid("limit", $"Allowed is 1 to {MaxLimit}.");
        }

        sorts ??= SortFields<TRow>.None;
        var sort = Sort is { Length: > 0 } ? Sort : DefaultSort;
        var descending = sort.StartsWith('-');
        if (sorts.Find(sort.TrimStart('-')) is not { } field || sort.StartsWith("--", StringComparison.Ordinal))
        {
            return ApiErrors.Invalid("sort", $"Allowed are: {string.Join(", ", sorts.Names)}, each also with - before it.");
        }

        if (Cursor is { Length: > 0 })
        {
            if (Api.Cursor.Read(Cursor) is not { } cursor || cursor.Sort != sort || field.After(rows, cursor.Value, cursor.Id, descending) is not { } rest)
            {
                return ApiErrors.BadCursor();
            }

            rows = rest;
        }

        var ordered = field.Order(rows, descending);
        var (items, last) = await field.TakeAsync(ordered, select, limit, cancellationToken);
        if (items.Count == 0 && whenEmpty is not null && await whenEmpty() is { } problem)
        {
            return problem;
        }

        var next = last is { } place ? Link(http, limit, new Api.Cursor(sort, place.Value, place.Id).Write()) : null;
        return TypedResults.Ok(new Page<TItem>(items, new(Link(http, limit, Cursor), next)));
    }

    private static string Link(HttpContext http, int limit, string? cursor)
    {
        var others = http.Request.Query.Where(q => q.Key is not ("limit" or "cursor")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        var query = QueryString.Create([.. others, KeyValuePair.Create<string, string?>("limit", $"{limit}")]);
        return http.Request.PathBase + http.Request.Path + (cursor is { Length: > 0 } ? query.Add("cursor", cursor) : query).Value;
    }
}
