using TestForge.Engine.Healing.Identity;

namespace TestForge.Engine.Tests.Healing.Identity;

public sealed class NameRelationsTests
{
    [Theory]
    [InlineData("Save", "save", NameRelation.Same)]
    [InlineData("×", "×", NameRelation.Same)]
    [InlineData("Orders", "My orders", NameRelation.Padded)]
    [InlineData("Nickname", "Nickname (optional)", NameRelation.Padded)]
    [InlineData("Sign in", "Log in", NameRelation.Reworded)]
    [InlineData("Add to cart", "Add to basket", NameRelation.Reworded)]
    [InlineData("Vorname", "First name", NameRelation.Reworded)]
    [InlineData("Order report", "Yearly order report", NameRelation.Related)]
    [InlineData("Sign in", "Sign in with Google", NameRelation.None)]
    [InlineData("Email", "Repeat email", NameRelation.None)]
    [InlineData("Save", "Print", NameRelation.None)]
    [InlineData("", "Print", NameRelation.None)]
    [InlineData("First name", "Last name", NameRelation.Opposed)]
    [InlineData("Sign in", "Sign up", NameRelation.Opposed)]
    [InlineData("Next", "Previous", NameRelation.Opposed)]
    [InlineData("Page 2", "Page 3", NameRelation.Opposed)]
    public void Tells_a_new_name_of_a_control_from_the_name_of_another(string one, string other, NameRelation relation)
    {
        NameRelations.Of(one, other).ShouldBe(relation);
        NameRelations.Of(other, one).ShouldBe(relation);
    }
}
