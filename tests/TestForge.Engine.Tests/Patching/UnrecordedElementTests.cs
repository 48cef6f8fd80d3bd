using TestForge.Engine.Browser;
using TestForge.Engine.Patching;
using TestForge.Engine.Patching.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching;

public sealed class UnrecordedElementTests
{
    private static readonly ElementFingerprint Mail = new() { Tag = "input", Role = "textbox", Name = "E-mail", Label = "E-mail", Id = "email", NameAttribute = "email" };
    private static readonly ElementFingerprint Help = new() { Tag = "a", Role = "link", Name = "Help", Text = "Help" };

    [Fact]
    public void The_same_words_elsewhere_are_the_element()
    {
        Find(new() { Method = "getByTestId", Value = "email" }, "fill", Mail, Help).ShouldBeSameAs(Mail);
        Find(new() { Method = "locator", Value = "input[name='email']" }, "fill", Mail, Help).ShouldBeSameAs(Mail);
        Find(new() { Method = "getByPlaceholder", Value = "e-mail" }, "fill", Mail, Help).ShouldBeSameAs(Mail);
        Find(new() { Method = "getByRole", Value = "button", Name = "Help" }, "click", Mail, Help).ShouldBeSameAs(Help);
    }

    [Fact]
    public void Words_that_are_only_alike_or_shared_are_not_enough()
    {
        Find(new() { Method = "getByRole", Value = "button", Name = "Help me" }, "click", Mail, Help).ShouldBeNull();
        Find(new() { Method = "getByText", Value = "Help" }, "click", Help, Help with { Css = "footer a" }).ShouldBeNull();
        Find(new() { Method = "locator", Value = ".field:nth-child(2)" }, "fill", Mail, Help).ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_done_with_an_element_is_not_done_with_it() =>
        Find(new() { Method = "getByText", Value = "Help" }, "fill", Mail, Help).ShouldBeNull();

    private static ElementFingerprint? Find(LocatorCall call, string action, params ElementFingerprint[] prints) =>
        UnrecordedElement.Find(call, action, new() { Url = "http://x/", Elements = [.. prints.Select(p => new FactsElement(p, Visible: true, Enabled: true))] }).Print;
}
