using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

public sealed class PageTextTests
{
    [Theory]
    [InlineData("  a \n\t b ", "a b")]
    [InlineData("red\u001b[31m", "red[31m")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("bad\ud800half", "badhalf")]
    [InlineData("שלום 👩‍👩‍👧", "שלום 👩‍👩‍👧")]
    [InlineData(null, "")]
    public void Keeps_words_and_drops_what_controls(string? text, string expected) => PageText.Clean(text).ShouldBe(expected);

    [Fact]
    public void Never_cuts_a_character_in_half() => PageText.Clean("ab😀", 3).ShouldBe("ab");
}
