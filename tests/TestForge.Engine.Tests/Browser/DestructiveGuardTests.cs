using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Browser;

public sealed class DestructiveGuardTests
{
    [Theory]
    [InlineData("Delete account")]
    [InlineData("Log out")]
    [InlineData("Sign out")]
    [InlineData("Unsubscribe")]
    [InlineData("Pay now")]
    [InlineData("Place order")]
    [InlineData("Konto löschen")]
    [InlineData("Déconnexion")]
    [InlineData("Cerrar sesión")]
    [InlineData("Удалить")]
    [InlineData("删除")]
    public void Leaves_alone_what_says_it_destroys(string name) =>
        DestructiveGuard.HazardOf(new ElementFingerprint { Tag = "button", Role = "button", Name = name }, null).ShouldNotBeNull();

    [Theory]
    [InlineData("deleteUser")]
    [InlineData("btn-delete")]
    [InlineData("remove_item")]
    public void Reads_words_inside_identifiers(string id) =>
        DestructiveGuard.HazardOf(new ElementFingerprint { Tag = "button", Id = id }, null).ShouldNotBeNull();

    [Theory]
    [InlineData("Add to cart")]
    [InlineData("Undeletable things")]
    [InlineData("Payroll")]
    [InlineData("Search")]
    [InlineData("Preset list")]
    [InlineData("Banner")]
    public void Lets_ordinary_words_pass(string name) =>
        DestructiveGuard.HazardOf(new ElementFingerprint { Tag = "button", Role = "button", Name = name }, null).ShouldBeNull();

    [Theory]
    [InlineData("https://s.example/users/3/delete")]
    [InlineData("https://s.example/?action=logout")]
    [InlineData("https://s.example/do%64elete/../delete")]
    public void Does_not_open_addresses_that_destroy(string url) => DestructiveGuard.HazardOf(new Uri(url)).ShouldNotBeNull();

    [Fact]
    public void Does_not_send_a_form_that_asks_for_a_card() =>
        DestructiveGuard.HazardOf("Checkout", "Continue", "https://s.example/next", [new() { ElementId = "p1.e1", Autocomplete = "cc-number" }]).ShouldNotBeNull();
}
