namespace TestForge.Platform.Trends;

/// <summary>Cases of one kind in a comparison: how many there are, and the first of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Cases">The first 200 by their keys.</param>
internal sealed record CaseList(int Count, IReadOnlyList<ComparedCase> Cases)
{
    private const int Most = 200;

    public static CaseList Of(IEnumerable<ComparedCase> cases)
    {
        ComparedCase[] all = [.. cases];
        return new(all.Length, [.. all.Take(Most)]);
    }
}
