using System.Linq.Expressions;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Api;

/// <summary>By which values a list may be sorted. The id, and so the time at which a row was made, is always one of them.</summary>
internal sealed class SortFields<TRow>
    where TRow : class, ITenantOwned
{
    public const string Id = "id";

    /// <summary>By the id alone.</summary>
    public static readonly SortFields<TRow> None = new();

    private readonly Dictionary<string, SortField<TRow>> _fields = new(StringComparer.Ordinal) { [Id] = new IdSortField<TRow>() };

    public IReadOnlyCollection<string> Names => _fields.Keys;

    public SortField<TRow>? Find(string name) => _fields.GetValueOrDefault(name);

    public SortFields<TRow> And<TValue>(string name, Expression<Func<TRow, TValue>> value)
        where TValue : notnull
    {
        _fields.Add(name, new SortFieldOf<TRow, TValue>(value));
        return this;
    }
}
