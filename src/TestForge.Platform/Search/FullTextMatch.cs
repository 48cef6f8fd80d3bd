using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Search;

/// <summary>PostgreSQL's own search for words, without the rules of a language: words are found by how they begin.</summary>
internal sealed class FullTextMatch : ITextMatch
{
    private const string Configuration = "simple";

    private static readonly Expression<Func<string, string, bool>> Match =
        (text, query) => EF.Functions.ToTsVector(Configuration, text).Matches(EF.Functions.ToTsQuery(Configuration, query));

    public IQueryable<T> Matching<T>(IQueryable<T> rows, Expression<Func<T, string>> text, IReadOnlyList<string> words)
    {
        var query = string.Join(" & ", words.Select(w => $"{w}:*"));
        Expression<Func<string>> asked = () => query;
        var body = new Replaced(Match.Parameters[0], text.Body).Visit(Match.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(new Replaced(Match.Parameters[1], asked.Body).Visit(body), text.Parameters));
    }
}
