using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Api;

/// <summary>A value by which a list may be sorted. Rows with the same value go by their ids, so that every row has one place.</summary>
internal abstract class SortField<TRow>
    where TRow : class, ITenantOwned
{
    public abstract IQueryable<TRow> Order(IQueryable<TRow> rows, bool descending);

    /// <summary>The rows after a place, or null when the value there is none of this field.</summary>
    public abstract IQueryable<TRow>? After(IQueryable<TRow> rows, JsonElement value, Guid id, bool descending);

    /// <summary>The first rows as items, and the place of the last of them when there are more: one query for both.</summary>
    public abstract Task<(IReadOnlyList<TItem> Items, (Guid Id, JsonElement Value)? Last)> TakeAsync<TItem>(IQueryable<TRow> ordered, Expression<Func<TRow, TItem>> select, int most, CancellationToken cancellationToken);

    protected static async Task<(IReadOnlyList<TItem> Items, (Guid Id, JsonElement Value)? Last)> TakeAsync<TItem, TValue>(
        IQueryable<TRow> ordered, Expression<Func<TRow, TItem>> select, Expression<Func<TRow, TValue>> value, int most, CancellationToken cancellationToken)
    {
        var row = select.Parameters[0];
        var placed = typeof(Placed<TItem, TValue>);
        var body = Expression.MemberInit(
            Expression.New(placed),
            Expression.Bind(placed.GetProperty(nameof(Placed<TItem, TValue>.Id))!, Expression.Property(row, nameof(ITenantOwned.Id))),
            Expression.Bind(placed.GetProperty(nameof(Placed<TItem, TValue>.Value))!, new Renamed(value.Parameters[0], row).Visit(value.Body)),
            Expression.Bind(placed.GetProperty(nameof(Placed<TItem, TValue>.Item))!, select.Body));
        var rows = await ordered.Take(most + 1).Select(Expression.Lambda<Func<TRow, Placed<TItem, TValue>>>(body, row)).ToArrayAsync(cancellationToken);
        (Guid, JsonElement)? last = rows.Length > most ? (rows[most - 1].Id, JsonSerializer.SerializeToElement(rows[most - 1].Value)) : null;
        return ([.. rows.Take(most).Select(r => r.Item)], last);
    }

    protected sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }

    private sealed class Placed<TItem, TValue>
    {
        public Guid Id { get; init; }

        public TValue Value { get; init; } = default!;

        public TItem Item { get; init; } = default!;
    }
}
