using System.Linq.Expressions;
using System.Text.Json;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Api;

/// <summary>By the id alone: the condition is one that an index answers.</summary>
internal sealed class IdSortField<TRow> : SortField<TRow>
    where TRow : class, ITenantOwned
{
    public override IQueryable<TRow> Order(IQueryable<TRow> rows, bool descending) => descending ? rows.OrderByDescending(r => r.Id) : rows.OrderBy(r => r.Id);

    public override IQueryable<TRow>? After(IQueryable<TRow> rows, JsonElement value, Guid id, bool descending) =>
        value.ValueKind != JsonValueKind.Null ? null : descending ? rows.Where(r => r.Id < id) : rows.Where(r => r.Id > id);

    public override async Task<(IReadOnlyList<TItem> Items, (Guid Id, JsonElement Value)? Last)> TakeAsync<TItem>(IQueryable<TRow> ordered, Expression<Func<TRow, TItem>> select, int most, CancellationToken cancellationToken)
    {
        var (items, last) = await TakeAsync(ordered, select, r => r.Id, most, cancellationToken);
        return (items, last is { Id: var id } ? (id, JsonSerializer.SerializeToElement<object?>(null)) : null);
    }
}
