namespace TestForge.Pipeline;

/// <summary>A consent banner that lay over pages and was answered before anything else was done there.</summary>
/// <param name="Page">Address of the page on which it was first met.</param>
/// <param name="Button">The words of the button that was pressed.</param>
/// <param name="Kind"><see cref="Declined"/>, <see cref="Closed"/> or <see cref="Accepted"/>; the first of them that the banner offered.</param>
/// <param name="Locator">How the button is found.</param>
public sealed record ConsentBanner(string Page, string Button, string Kind, LocatorSpec Locator)
{
    public const string Declined = "declined";

    public const string Closed = "closed";

    public const string Accepted = "accepted";
}
