using TestForge.Engine.Values;

namespace TestForge.Engine.Tests.Design;

public sealed class PatternTextTests
{
    [Theory]
    [InlineData(@"[A-Z]{3}-\d{4}")]
    [InlineData(@"\d{5}")]
    [InlineData(@"[0-9]{5}(-[0-9]{4})?")]
    [InlineData(@"(?:\+49|0)[1-9]\d{3,}")]
    [InlineData(@"^[a-z]+@[a-z]+\.(com|org)$")]
    [InlineData(@"(?=.*\d)(?=.*[a-z]).{8,}")]
    [InlineData(@"#[\da-fA-F]{6}")]
    public void Writes_a_text_that_matches(string pattern)
    {
        var text = PatternText.Generate(pattern, 0, 100);
        if (text is null)
        {
            // A look-ahead may be beyond it; then it must say so instead of guessing.
            pattern.ShouldContain("?=");
            return;
        }

        PatternText.Matches(pattern, text).ShouldBeTrue(text);
    }

    [Fact]
    public void Keeps_to_the_length_asked_for() => PatternText.Generate("[a-z]+", 6, 9)!.Length.ShouldBeInRange(6, 9);

    [Theory]
    [InlineData("[")]
    [InlineData("(a")]
    [InlineData("(?<x>a)\\k<x>")]
    public void Gives_up_on_what_it_does_not_understand(string pattern) => PatternText.Generate(pattern, 0, 10).ShouldBeNull();

    [Fact]
    public void Does_not_hang_on_an_evil_pattern() => PatternText.Matches("(a+)+b", new string('a', 60)).ShouldBeFalse();
}
