using System.Text.RegularExpressions;

namespace TestForge.Engine.Goals.Literal;

/// <summary>A sentence that is followed without a model.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Pattern">Matches the whole sentence, in any case of letters; groups <c>name</c>, <c>role</c> and <c>value</c>.</param>
/// <param name="Value">The value, where the sentence has none of its own.</param>
internal sealed record LiteralRule(LiteralKind Kind, string Pattern, string? Value = null)
{
    private readonly Regex _whole = new($@"^(?:{Pattern})\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));

    public LiteralStep? Read(string sentence)
    {
        var match = _whole.Match(sentence);
        return match.Success ? new(Kind, Group("name"), Group("role"), Group("value") ?? Value) : null;

        string? Group(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
    }
}
