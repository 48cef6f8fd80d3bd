using System.Text.RegularExpressions;
using TestForge.Engine.Steps;

namespace TestForge.Engine.Design.Trials;

/// <summary>Whether the name of an order, such as "Price, lowest first", speaks of what a column holds.</summary>
internal static partial class OrderWords
{
    public static bool SpeakOf(string label, IReadOnlyList<string> texts) =>
        texts.All(t => NumberText.Money(t) is not null) ? Money().IsMatch(label)
        : texts.All(t => NumberText.Only(t) is not null) ? Amount().IsMatch(label)
        : Name().IsMatch(label);

    [GeneratedRegex(@"price|cost|amount|cheap|expensive|sum|total|preis|betrag|günstig|prix|precio|prezzo|preço|prijs|cena|pris", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"price|cost|amount|number|count|size|rating|quantity|preis|anzahl|menge|prix|precio|prezzo", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"name|title|alphabet|a ?[-–—] ?z|titel|nom|titre|nombre|título|nome|titolo|naam|nazwa|namn", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
