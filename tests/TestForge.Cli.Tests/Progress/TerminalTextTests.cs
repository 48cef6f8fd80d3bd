using TestForge.Cli.Progress;

namespace TestForge.Cli.Tests.Progress;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[31mred\u001b[0m", "[31mred [0m")]
    [InlineData("\u001b]0;title\u0007x", "]0;titlex")]
    [InlineData("a\u009b31mb", "a31mb")]
    [InlineData("one\r\ntwo\tthree", "one two three")]
    [InlineData("gpj\u202Eexe", "gpjexe")]
    [InlineData("a\u200Bb\uFEFFc", "abc")]
    [InlineData("  around  ", "around")]
    [InlineData("grüße 漢字 🎉", "grüße 漢字 🎉")]
    [InlineData("half \ud83d", "half")]
    [InlineData("[bold]x[/]", "[bold]x[/]")]
    [InlineData("\u007fdel\0nul", "delnul")]
    public void Keeps_words_and_drops_what_steers_a_terminal(string text, string clean) => TerminalText.Clean(text).ShouldBe(clean);

    [Fact]
    public void Null_is_nothing() => TerminalText.Clean(null).ShouldBe("");

    [Fact]
    public void Is_cut_at_the_limit() => TerminalText.Clean(new string('a', 500), 10).ShouldBe("aaaaaaaaaa…");
}
