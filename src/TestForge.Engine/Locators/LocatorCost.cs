namespace TestForge.Engine.Locators;

/// <summary>How much each kind of locator costs to keep; the cheapest unique one is written into scripts.</summary>
/// <remarks>
/// The order follows what Playwright recommends to test authors: what users and assistive technology perceive first,
/// an explicit contract (test id) as good, structure last. The gaps leave room for the additions below.
/// </remarks>
internal static class LocatorCost
{
    public const int TestId = 10;
    public const int RoleAndName = 20;
    public const int Label = 22;
    public const int Placeholder = 40;
    public const int AltText = 45;
    public const int Text = 60;
    public const int Title = 70;

    /// <summary>Naming the landmark around the element is what a person does to tell two links apart.</summary>
    public const int Within = 100;

    public const int CssId = 300;

    /// <summary>A place among equals breaks when one is added, so it comes after every other way to name the element.</summary>
    public const int Nth = 500;

    public const int Css = 1_000;
}
