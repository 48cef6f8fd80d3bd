using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Patching.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>
/// Finds what a locator meant that was never recorded, from its own words: an element that has exactly them elsewhere,
/// and is the only one. Likeness is not enough, since nothing tells what the element looked like.
/// </summary>
internal static partial class UnrecordedElement
{
    /// <summary>Returns the element, or null with the reason.</summary>
    public static (ElementFingerprint? Print, string Reason) Find(LocatorCall call, string action, PageFacts facts)
    {
        const string Unrecorded = "the locator was never recorded while its test passed";
        if (Words(call) is not { } words)
        {
            return (null, $"{Unrecorded}, and it has no words by which its element could be known");
        }

        var alike = facts.Elements.Where(e => e.Visible && e.Enabled && Fits(action, e.Print) && Has(e.Print, words, call.Method)).ToArray();
        return alike switch
        {
            [var only] => (only.Print, $"It is the only element with '{words}', which the old locator asks for in another way."),
            [] => (null, $"{Unrecorded}, and no element of the page has its words '{PageText.Clean(words)}'"),
            _ => (null, $"{Unrecorded}, and {alike.Length} elements have its words '{PageText.Clean(words)}'"),
        };
    }

    private static string? Words(LocatorCall call) => call.Method switch
    {
        "getByRole" => call.Name,
        "locator" => call.Value is { } css && CssWords().Match(css) is { Success: true } match ? match.Groups.Values.Skip(1).First(g => g.Success).Value : null,
        _ => call.Value,
    };

    // What identifies by a handle is looked for in handles, what is read in what is read: the same word in the other is chance.
    private static bool Has(ElementFingerprint print, string words, string method) => method is "getByTestId" or "locator"
        ? Same(print.TestId, words) || Same(print.Id, words) || Same(print.NameAttribute, words)
        : Same(print.Name, words) || Same(print.Label, words) || Same(print.Placeholder, words) || Same(print.Text, words) || Same(print.Alt, words) || Same(print.Title, words);

    private static bool Same(string? one, string other) => string.Equals(one?.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Fits(string action, ElementFingerprint print) => action switch
    {
        "fill" or "clear" or "type" or "pressSequentially" or "selectText" or "inputValue" or "to.have.value" =>
            print is { Tag: "textarea" } or { Tag: "input", Type: not ("checkbox" or "radio" or "submit" or "button" or "reset" or "image" or "file") } || print.Role is "textbox" or "searchbox" or "spinbutton" or "combobox",
        "selectOption" => print.Tag == "select",
        "check" or "uncheck" or "setChecked" or "isChecked" or "to.be.checked" => print.Type is "checkbox" or "radio" || print.Role is "checkbox" or "radio" or "switch",
        "setInputFiles" => print is { Tag: "input", Type: "file" },
        _ => true,
    };

    [GeneratedRegex("""^\w*(?:#([\w-]+)|\[(?:id|name|data-[\w-]+)=["']?([\w.-]+)["']?\])$""")]
    private static partial Regex CssWords();
}
