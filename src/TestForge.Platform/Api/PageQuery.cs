using System.Buffers.Text;
using System.ComponentModel;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Api;

/// <summary>Paging by key: the cursor holds the last id that was given, so a page costs the same however far it is.</summary>
internal sealed record PageQuery
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    [FromQuery(Name = "limit")]
    [Description("Most items of a page, 1 to 200; 50 when left out.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor")]
    [Description("Where to go on, from links.next of the page before.")]
    public string? Cursor { get; init; }

    /// <summary>The rows after the cursor, newest first.</summary>
    public async Task<Results<Ok<Page<TItem>>, ApiProblem>> PageOfAsync<TRow, TItem>(IQueryable<TRow> rows, Expression<Func<TRow, TItem>> select, HttpContext http, CancellationToken cancellationToken)
        where TRow : class, ITenantOwned
    {
        var limit = Limit ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
        {
            return ApiErrors.Invalid("limit", $"Allowed is 1 to {MaxLimit}.");
        }

        if (Cursor is { Length: > 0 })
        {
            if (!TryRead(Cursor, out var after))
            {
                return ApiErrors.BadCursor();
            }

            rows = rows.Where(r => r.Id < after);
        }

        var ordered = rows.OrderByDescending(r => r.Id);
        var ids = await ordered.Select(r => r.Id).Take(limit + 1).ToArrayAsync(cancellationToken);
        var items = await ordered.Take(limit).Select(select).ToArrayAsync(cancellationToken);
        var next = ids.Length > limit ? Link(http, limit, Write(ids[limit - 1])) : null;
        return TypedResults.Ok(new Page<TItem>(items, new(Link(http, limit, Cursor), next)));
    }

    private static string Link(HttpContext http, int limit, string? cursor)
    {
        var others = http.Request.Query.Where(q => q.Key is not ("limit" or "cursor")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        var query = QueryString.Create([.. others, KeyValuePair.Create<string, string?>("limit", $"{limit}")]);
        return http.Request.PathBase + http.Request.Path + (cursor is { Length: > 0 } ? query.Add("cursor", cursor) : query).Value;
    }

    private static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    private static bool TryRead(string cursor, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        var read = cursor.Length == 22 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out var length) && length == 16;
        id = read ? new Guid(bytes, bigEndian: true) : Guid.Empty;
        return read;
    }
}
