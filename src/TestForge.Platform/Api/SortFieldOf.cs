using System.Linq.Expressions;
using System.Text.Json;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Api;

/// <summary>A sort field of one type. Its value is never null: databases differ in where they put nulls.</summary>
internal sealed class SortFieldOf<TRow, TValue>(Expression<Func<TRow, TValue>> value) : SortField<TRow>
    where TRow : class, ITenantOwned
    where TValue : notnull
{
    public override IQueryable<TRow> Order(IQueryable<TRow> rows, bool descending) =>
        descending ? rows.OrderByDescending(value).ThenByDescending(r => r.Id) : rows.OrderBy(value).ThenBy(r => r.Id);

    public override IQueryable<TRow>? After(IQueryable<TRow> rows, JsonElement last, Guid id, bool descending)
    {
        TValue known;
        try
        {
            known = last.Deserialize<TValue>() is { } read ? read : throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }

        // As parameters of the query, not as constants in it.
        Expression<Func<TValue>> knownValue = () => known;
        Expression<Func<TRow, bool>> idAfter = descending ? r => r.Id < id : r => r.Id > id;
        var row = value.Parameters[0];
        var beyond = descending ? Compare(value.Body, knownValue.Body, ExpressionType.LessThan) : Compare(value.Body, knownValue.Body, ExpressionType.GreaterThan);
        var same = Expression.AndAlso(Expression.Equal(value.Body, knownValue.Body), new Renamed(idAfter.Parameters[0], row).Visit(idAfter.Body));
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(Expression.OrElse(beyond, same), row));
    }

    public override Task<(IReadOnlyList<TItem> Items, (Guid Id, JsonElement Value)? Last)> TakeAsync<TItem>(IQueryable<TRow> ordered, Expression<Func<TRow, TItem>> select, int most, CancellationToken cancellationToken) =>
        TakeAsync(ordered, select, value, most, cancellationToken);

    // Texts have no operator; how the database orders them is how it compares them.
    private static BinaryExpression Compare(Expression left, Expression right, ExpressionType how) => typeof(TValue) == typeof(string)
        ? Expression.MakeBinary(how, Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0))
        : Expression.MakeBinary(how, left, right);
}
