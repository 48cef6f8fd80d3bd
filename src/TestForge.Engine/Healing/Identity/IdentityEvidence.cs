using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Healing.Ranking;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Identity;

/// <summary>What says that an element of the page is the one that was there before: properties by which people and code name elements, counted, not weighed against all the rest.</summary>
/// <param name="Strong">Weight of what names an element: test id, id, name, accessible name, label, address.</param>
/// <param name="Total">The same with what only supports it: a new name of the same meaning, its place, its classes.</param>
/// <param name="Relation">How the accessible names relate.</param>
/// <param name="Same">The properties that are the same, for people.</param>
internal sealed partial record IdentityEvidence(double Strong, double Total, NameRelation Relation, IReadOnlyList<string> Same)
{
    /// <summary>What one naming property is worth. Two say it twice; whatever only supports stays below one together.</summary>
    public const double OneName = 2.5;

    /// <summary>The least by which something names an element, though not alone: an address under another name, a name with more words.</summary>
    public const double HalfAName = 1.75;

    private const double TestIdOrName = 3;
    private const double LabelAlone = 2.5;
    private const double PaddedName = 2;
    private const double AddressOfAnotherName = HalfAName;
    private const double SharedName = 0.5;
    private const double RelatedIdentifier = 1.5;
    private const double RewordedName = 1.5;
    private const double RelatedName = 1;
    private const double SamePlace = 1;
    private const double SameClasses = 0.5;
    private const double SameLandmark = 0.5;
    private const double SameType = 0.25;
    private const double SameRow = 0.75;
    private const double OtherRow = -1.5;
    private const double OppositeName = -4;

    // Less than the height of a button, so that a neighbour that moved up is not in the same place.
    private const double SamePlacePixels = 16;
    private const double AlikeRow = 0.6;
    private const double UnlikeRow = 0.3;

    /// <param name="wanted">What was there before.</param>
    /// <param name="print">What is there now.</param>
    /// <param name="shift">How far what stood around it has moved, in CSS pixels.</param>
    /// <param name="rowWords">Words around it that were not around others of its name; null where no other had its name.</param>
    public static IdentityEvidence Of(ElementFingerprint wanted, ElementFingerprint print, (double X, double Y) shift, IReadOnlySet<string>? rowWords)
    {
        double strong = 0, support = 0;
        var same = new List<string>();
        var relation = NameRelations.Of(wanted.Name, print.Name);
        Strong("test id", Equal(wanted.TestId, print.TestId) ? TestIdOrName : 0);
        Strong("id", Equal(wanted.Id, print.Id) && IsTelling(wanted.Id!) ? OneName : 0);
        Strong("name attribute", Equal(wanted.NameAttribute, print.NameAttribute) && IsTelling(wanted.NameAttribute!) ? ElementUses.Of(wanted) == ElementUse.Check ? SharedName : OneName : 0);
        Strong("name", relation switch
        {
            NameRelation.Same => TestIdOrName,
            NameRelation.Padded => PaddedName,
            _ => 0,
        });
        Strong("label", relation != NameRelation.Same && Equal(wanted.Label, print.Label) ? LabelAlone : 0);
        Strong("placeholder", relation != NameRelation.Same && Equal(wanted.Placeholder, print.Placeholder) && PlaceholderNames() ? LabelAlone : 0);
        Strong("address", Equal(wanted.Href, print.Href) && Leads(wanted.Href!) ? relation >= NameRelation.Related ? OneName : AddressOfAnotherName : 0);
        Support("meaning of the name", relation switch
        {
            NameRelation.Reworded => RewordedName,
            NameRelation.Related => RelatedName,
            NameRelation.Opposed => OppositeName,
            _ => 0,
        });
        Support("words of the id", HasWordsOfItsId(wanted, print) ? RelatedIdentifier : 0);
        Support("place", IsInPlace(wanted.Box, print.Box, shift) ? SamePlace : 0);
        Support("classes", wanted.Classes.Count > 0 && wanted.Classes.ToHashSet().SetEquals(print.Classes) ? SameClasses : 0);
        Support("landmark", IsInLandmark(wanted, print) ? SameLandmark : 0);
        Support("type", wanted.Type is not null && wanted.Type == print.Type ? SameType : 0);
        Support("row", rowWords is not null ? RowOf(wanted, rowWords, print) : IsInRow(wanted) ? RowOf(wanted, print) : 0);
        return new(strong, strong + support, relation, same);

        // Beside labels of their own, fields may share a hint.
        bool PlaceholderNames() => relation >= NameRelation.Related || wanted.Name == wanted.Placeholder || print.Name == print.Placeholder;

        void Strong(string property, double weight)
        {
            strong += weight;
            Tell(property, weight);
        }

        void Support(string property, double weight)
        {
            support += weight;
            Tell(property, weight);
        }

        void Tell(string property, double weight)
        {
            if (weight > 0)
            {
                same.Add(property);
            }
        }
    }

    /// <summary>The properties beside the name itself that name an element and are the same.</summary>
    public IEnumerable<string> Names => Same.Where(s => s is "test id" or "id" or "name attribute" or "label" or "placeholder" or "address");

    /// <summary>Whether anything that names the one is the same of the other: a quick look before all is compared.</summary>
    public static bool IsNamed(ElementFingerprint wanted, ElementFingerprint print) =>
        Equal(wanted.Name, print.Name) || Equal(wanted.TestId, print.TestId) || Equal(wanted.Id, print.Id) || Equal(wanted.NameAttribute, print.NameAttribute)
        || Equal(wanted.Label, print.Label) || Equal(wanted.Placeholder, print.Placeholder) || Equal(wanted.Href, print.Href);

    /// <summary>Whether an identifier that its code gives the one is the other's.</summary>
    public static bool IsIdentified(ElementFingerprint wanted, ElementFingerprint print) =>
        Equal(wanted.TestId, print.TestId) || (Equal(wanted.Id, print.Id) && IsTelling(wanted.Id!))
        || (Equal(wanted.NameAttribute, print.NameAttribute) && IsTelling(wanted.NameAttribute!) && ElementUses.Of(wanted) != ElementUse.Check);

    /// <summary>Whether an identifier names its element. Numbered and general ones go to the next element when one is removed.</summary>
    public static bool IsTelling(string identifier) => !General().IsMatch(identifier);

    /// <summary>Whether an address leads anywhere.</summary>
    public static bool Leads(string href) => href.Length > 0 && href is not ("#" or "#!" or "#0" or "#/") && !href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    public static bool IsInRow(ElementFingerprint print) => print.Path.Split('/') is var tags && (tags.Contains("tr") || tags.Contains("li") || tags.Contains("article"));

    private static bool IsInPlace(ElementBox one, ElementBox other, (double X, double Y) shift) =>
        Math.Abs(one.X + shift.X - other.X) + Math.Abs(one.Y + shift.Y - other.Y) <= SamePlacePixels;

    public static bool IsInLandmark(ElementFingerprint wanted, ElementFingerprint print) => wanted.Landmark == print.Landmark && wanted.LandmarkName == print.LandmarkName;

    // What stands in a row is told from its likes by the rest of the row.
    private static double RowOf(ElementFingerprint wanted, ElementFingerprint print)
    {
        if (wanted.NeighbourText is not { Length: > 0 } row || print.NeighbourText is not { Length: > 0 } other)
        {
            return 0;
        }

        var alike = TextSimilarity.Words(row, other);
        return alike >= AlikeRow ? SameRow : alike < UnlikeRow && IsInRow(print) && wanted.Landmark != "navigation" ? OtherRow : 0;
    }

    // "View details" on a card of orders is told from that on a card of guests by "orders" alone.
    private static double RowOf(ElementFingerprint wanted, IReadOnlySet<string> rowWords, ElementFingerprint print)
    {
        if (rowWords.Count == 0 || print.NeighbourText is not { Length: > 0 } row)
        {
            return 0;
        }

        var kept = (double)rowWords.Intersect(PlainWords.Of(row)).Count() / rowWords.Count;
        return kept >= AlikeRow ? SameRow : kept < UnlikeRow && IsInLandmark(wanted, print) ? OtherRow : 0;
    }

    /// <summary>Naming conventions change with a redesign, and the words stay: save-button, btnSave, app-save.</summary>
    private static bool HasWordsOfItsId(ElementFingerprint wanted, ElementFingerprint print) =>
        HasWords(wanted.Id, print.Id) || HasWords(wanted.TestId, print.TestId) || HasWords(wanted.NameAttribute, print.NameAttribute);

    private static bool HasWords(string? one, string? other) =>
        one is { Length: > 0 } && other is { Length: > 0 } && !Equal(one, other) && !one.Any(char.IsAsciiDigit)
        && IdentifierWords(one) is { Count: > 0 } words && words.SetEquals(IdentifierWords(other));

    private static HashSet<string> IdentifierWords(string identifier) =>
        [.. PlainWords.Of(identifier).Where(w => w is not ("app" or "c" or "x" or "js" or "ui" or "id" or "form" or "box" or "tab" or "link") && !General().IsMatch(w))];

    private static bool Equal(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\d|^(input|field|text|value|button|btn|submit|item|link|element|control|option)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex General();
}
