using TestForge.Engine.Healing.Identity;

namespace TestForge.Engine.Tests.Healing.Identity;

public sealed class NameRelationsTests
{
    [Theory]
    [InlineData("Save", "save", nameof(NameRelation.Same))]
    [InlineData("×", "×", nameof(NameRelation.Same))]
    [InlineData("Orders", "My orders", nameof(NameRelation.Padded))]
    [InlineData("Nickname", "Nickname (optional)", nameof(NameRelation.Padded))]
    [InlineData("Sign in", "Log in", nameof(NameRelation.Reworded))]
    [InlineData("Add to cart", "Add to basket", nameof(NameRelation.Reworded))]
    [InlineData("Vorname", "First name", nameof(NameRelation.Reworded))]
    [InlineData("Order report", "Yearly order report", nameof(NameRelation.Related))]
    [InlineData("Sign in", "Sign in with Google", nameof(NameRelation.None))]
    [InlineData("Email", "Repeat email", nameof(NameRelation.None))]
    [InlineData("Save", "Print", nameof(NameRelation.None))]
    [InlineData("", "Print", nameof(NameRelation.None))]
    [InlineData("First name", "Last name", nameof(NameRelation.Opposed))]
    [InlineData("Sign in", "Sign up", nameof(NameRelation.Opposed))]
    [InlineData("Next", "Previous", nameof(NameRelation.Opposed))]
    [InlineData("Page 2", "Page 3", nameof(NameRelation.Opposed))]
    [InlineData("Version 3.2", "Version 3", nameof(NameRelation.Opposed))]
    [InlineData("Cart (0)", "Cart ( 0 )", nameof(NameRelation.Same))]
    public void Tells_a_new_name_of_a_control_from_the_name_of_another(string one, string other, string relation)
    {
        NameRelations.Of(one, other).ToString().ShouldBe(relation);
        NameRelations.Of(other, one).ToString().ShouldBe(relation);
    }
}
