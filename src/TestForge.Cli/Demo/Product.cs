namespace TestForge.Cli.Demo;

internal sealed record Product(
    string Slug, string Name, string Category, int Pounds, int Stock, string Colour, string Text)
{
    public string Path => $"/products/{Slug}";

    // Most products share the drawing of their category; these would look wrong with it.
    public string Picture => Slug switch
    {
        "beacon-lantern" => "lantern",
        "enamel-mug" => "mug",
        "hearth-stove" => "stove",
        "thicket-blanket" => "blanket",
        "travel-kettle" => "kettle",
        "merino-sock" or "peat-gaiter" => "sock",
        "dry-bag-set" or "hip-belt-pouch" or "roll-top-tote" => "bag",
        "camp-slipper" or "gorse-trail-shoe" or "slate-approach" => "shoe",
        _ => Category,
    };

    public bool HasSizes => Category is "jackets" or "footwear";
}
