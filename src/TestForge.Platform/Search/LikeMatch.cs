using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Search;

/// <summary>Looks for words anywhere in the text. For SQLite, whose rows are those of one machine.</summary>
internal sealed class LikeMatch : ITextMatch
{
    private static readonly Expression<Func<string, string, bool>> Match = (text, pattern) => EF.Functions.Like(text, pattern);

    public IQueryable<T> Matching<T>(IQueryable<T> rows, Expression<Func<T, string>> text, IReadOnlyList<string> words) => words.Aggregate(rows, (left, word) =>
    {
        // Words are letters and digits, so nothing in them means anything to LIKE.
        var pattern = $"%{word}%";
        Expression<Func<string>> asked = () => pattern;
        var body = new Replaced(Match.Parameters[0], text.Body).Visit(Match.Body);
        return left.Where(Expression.Lambda<Func<T, bool>>(new Replaced(Match.Parameters[1], asked.Body).Visit(body), text.Parameters));
    });
}
