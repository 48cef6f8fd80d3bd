namespace TestForge.Cli.Demo;

internal sealed record Product(
    string Slug, string Name, string Category, int Pounds, int Stock, string Colour, string Text)
{
    public string Path => $"/products/{Slug}";

    public bool HasSizes => Category is "jackets" or "footwear";
}
