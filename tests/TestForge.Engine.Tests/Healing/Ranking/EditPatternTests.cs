using TestForge.Engine.Healing.Ranking;

namespace TestForge.Engine.Tests.Healing.Ranking;

public sealed class EditPatternTests
{
    private const string Letters = "abcäß中";

    [Theory]
    [InlineData("kitten", "sitting", 1 - (3 / 7.0))]
    [InlineData("", "", 1)]
    [InlineData("", "abc", 0)]
    [InlineData("same", "same", 1)]
    [InlineData("abc", "xyz", 0)]
    public void Likeness_is_one_minus_the_share_of_edits(string one, string other, double expected) =>
        new EditPattern(one).Likeness(other).ShouldBe(expected, 1e-9);

    [Fact]
    public void It_counts_the_same_edits_as_the_table_of_the_textbook_for_any_length()
    {
        var random = new Random(5);
        for (var i = 0; i < 400; i++)
        {
            var (one, other) = (TextOf(random), TextOf(random));

            new EditPattern(one).Likeness(other).ShouldBe(1 - ((double)Table(one, other) / Math.Max(one.Length, other.Length)), 1e-9, $"{one} | {other}");
        }
    }

    [Fact]
    public void One_pattern_serves_many_texts()
    {
        var pattern = new EditPattern("checkout");
        pattern.Likeness("something else");

        pattern.Likeness("checkout!").ShouldBe(1 - (1 / 9.0), 1e-9);
    }

    private static string TextOf(Random random) => new([.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => Letters[random.Next(Letters.Length)])]);

    private static int Table(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }
        }

        return table[one.Length, other.Length];
    }
}
