using System.Linq.Expressions;

namespace TestForge.Platform.Search;

/// <summary>Finds words in a text of rows, as the database at hand does it best.</summary>
internal interface ITextMatch
{
    /// <param name="rows">Where to look.</param>
    /// <param name="text">The text of a row.</param>
    /// <param name="words">Letters and digits only; all have to be found.</param>
    IQueryable<T> Matching<T>(IQueryable<T> rows, Expression<Func<T, string>> text, IReadOnlyList<string> words);
}
