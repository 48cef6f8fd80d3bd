using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Literal;

/// <summary>A sentence that says what to do word for word.</summary>
/// <param name="Kind">What it does or checks.</param>
/// <param name="Name">What the control is called.</param>
/// <param name="Role">What kind of control it is, where the sentence says.</param>
/// <param name="Value">Text, option, key or path.</param>
internal sealed record LiteralStep(LiteralKind Kind, string? Name, string? Role, string? Value)
{
    /// <summary>The check it stands for, or null when it does something.</summary>
    public StepAction? Check => Kind switch
    {
        LiteralKind.See => new StepAction.ExpectPageText(Value!),
        LiteralKind.SeeNot => new StepAction.ExpectNoPageText(Value!),
        LiteralKind.Title => new StepAction.ExpectTitle(Value!),
        LiteralKind.Address => new StepAction.ExpectUrl(Value!),
        _ => null,
    };

    /// <summary>What to do on this page, or why that cannot be said.</summary>
    public (LiveAct? Act, string? Fault) ActOn(PageEvidence page)
    {
        var kind = Enum.Parse<LiveActKind>(Kind.ToString());
        if (Name is null)
        {
            return (new(kind, Value: Value), null);
        }

        var fitting = page.Elements.Where(Fits).ToArray();
        var named = fitting.Where(e => Plain(e.Name) == Plain(Name)).ToArray();
        named = named.Length > 0 ? named : [.. fitting.Where(e => Plain(e.Name).Contains(Plain(Name), StringComparison.Ordinal))];
        if (kind == LiveActKind.Choose && named is [var list] && !list.Options.Contains(Value))
        {
            return (null, $"{EvidenceText.Quoted(Name)} has no option {EvidenceText.Quoted(Value!)}; it has {string.Join(", ", list.Options.Take(10).Select(EvidenceText.Quoted))}");
        }

        return named switch
        {
            [var only] => (new(kind, only.Ref, Value), null),
            [] => (null, $"no {Role ?? "control"} is called {EvidenceText.Quoted(Name)}{NearestControls.Told(Name, fitting, page.Elements)}"),
            _ => (null, $"{named.Length} controls are called {EvidenceText.Quoted(Name)}"),
        };
    }

    private bool Fits(EvidenceElement element) => Kind switch
    {
        LiteralKind.Fill => element.TakesText,
        LiteralKind.Choose => element.Options.Count > 0,
        LiteralKind.Check or LiteralKind.Uncheck => element.IsBox,
        _ => Role is null || element.Role == (Role == "menu item" ? "menuitem" : Role),
    };

    // A label may end with a colon, or a star for what is required.
    private static string Plain(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(':', '*', ' ').ToLowerInvariant();
}
