using TestForge.Engine.Design.Trials;

namespace TestForge.Engine.Tests.Design;

public sealed class VolatileTextTests
{
    [Theory]
    [InlineData("Received 12:05:33")]
    [InlineData("Posted 5 minutes ago")]
    [InlineData("Order #48213 confirmed")]
    [InlineData("Ticket 3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("Session 9f86d081884c7d65")]
    [InlineData("12 May 2026")]
    [InlineData("2026-05-12")]
    [InlineData("1,204 views")]
    [InlineData("2 found")]
    [InlineData("Comments (3)")]
    [InlineData("Total: £ 177.03")]
    [InlineData("Valid until tomorrow")]
    public void Distrusts_what_changes_by_itself(string text) => VolatileText.Reason(text).ShouldNotBeNull();

    [Theory]
    [InlineData("Thank you for your message.")]
    [InlineData("Please enter at least 3 characters")]
    [InlineData("Price: 12.50 EUR")]
    [InlineData("Accessibility statement")]
    [InlineData("Mayor of the town")]
    public void Trusts_ordinary_words(string text) => VolatileText.Reason(text).ShouldBeNull();

    [Theory]
    [InlineData("Recent", true)]
    [InlineData("Recently viewed", true)]
    [InlineData("Search history", true)]
    [InlineData("Details", false)]
    [InlineData("Prehistory of art", false)]
    public void Knows_controls_that_show_what_the_user_did_before(string control, bool expected) => VolatileText.IsHistory(control).ShouldBe(expected);
}
