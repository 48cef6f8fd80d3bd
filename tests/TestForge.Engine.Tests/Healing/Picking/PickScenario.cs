namespace TestForge.Engine.Tests.Healing.Picking;

/// <summary>A page whose one button became several that look alike: the old section was renamed, and others like it came beside it.</summary>
/// <param name="Button">What the buttons are called.</param>
/// <param name="Old">The section before.</param>
/// <param name="Now">What it is called now.</param>
/// <param name="Others">Sections that came, in front of it and behind it in turn.</param>
/// <param name="Telling">Whether what a case expects afterwards tells the right button from the others.</param>
internal sealed record PickScenario(string Button, string Old, string Now, string[] Others, bool Telling = true)
{
    public static readonly IReadOnlyList<PickScenario> All =
    [
        new("Edit", "Invoice address", "Billing address", ["Shipping address"]),
        new("Edit", "Invoice address", "Billing address", ["Shipping address", "Pickup point", "Work address"]),
        new("Show", "Paid orders", "Settled orders", ["Open orders", "Returned orders"]),
        new("Choose", "Blue mug", "Mug, blue", ["Mug, red", "Mug, green", "Mug, white", "Mug, black"]),
        new("Open", "Town map", "Map of the town", ["Map of the coast"]),
        new("Select", "Morning tour", "Early tour", ["Late tour", "Night tour", "Weekend tour"]),
        new("Edit", "Contact", "How we reach you", ["How you reach us"], Telling: false),
        new("Show", "Last month", "The month before", ["The year before", "The week before"], Telling: false),
    ];

    public string Expected => Telling ? $"{Button}: {Old}" : "Saved";

    public string Before => Page([Section(Old, "data-testid=old", Expected)]);

    /// <summary>The right one has no fixed place.</summary>
    public string After
    {
        get
        {
            var sections = Others.Select(o => Section(o, "", Telling ? $"{Button}: {o}" : "Saved")).ToList();
            sections.Insert(sections.Count / 2, Section(Now, "", Expected));
            return Page(sections);
        }
    }

    private static string Page(IEnumerable<string> sections) => $"<title>Page</title><main><h1>Page</h1>{string.Concat(sections)}<p id=state data-testid=state>Idle</p></main>";

    private string Section(string name, string attributes, string state) =>
        $"<section aria-label=\"{name}\"><p>Part of the page</p><button {attributes} onclick=\"document.getElementById('state').textContent = '{state}'\">{Button}</button></section>";
}
