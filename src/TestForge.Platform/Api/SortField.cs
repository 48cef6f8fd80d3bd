using System.Text.Json;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Api;

/// <summary>A value by which a list may be sorted. Rows with the same value go by their ids, so that every row has one place.</summary>
internal abstract class SortField<TRow>
    where TRow : class, ITenantOwned
{
    public abstract IQueryable<TRow> Order(IQueryable<TRow> rows, bool descending);

    /// <summary>The rows after a place, or null when the value there is none of this field.</summary>
    public abstract IQueryable<TRow>? After(IQueryable<TRow> rows, JsonElement value, Guid id, bool descending);

    /// <summary>The places of the first rows.</summary>
    public abstract Task<IReadOnlyList<(Guid Id, JsonElement Value)>> PlacesAsync(IQueryable<TRow> ordered, int most, CancellationToken cancellationToken);
}
