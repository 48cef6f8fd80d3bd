using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>How a check of a text can be read so that no number or day makes it another one tomorrow.</summary>
internal static partial class ProofReadings
{
    private const int MinFragment = 8;

    /// <summary>The check, or the steady part of its text, the first to be tried first.</summary>
    public static IReadOnlyList<StepAction> Of(StepAction proof)
    {
        if (proof is not StepAction.ExpectPageText { Text: var text } || VolatileText.Reason(text) is not { } reason
            || Varying().Split(text).Select(f => f.Trim(' ', ':', '.', ',', '#', '"')).MaxBy(f => f.Length) is not { Length: >= MinFragment } steady)
        {
            return [proof];
        }

        // An amount may be what the case is about; an order's number or a time of day is not.
        var part = new StepAction.ExpectPageText(steady);
        return reason.Contains("amount", StringComparison.Ordinal) ? [proof, part] : [part];
    }

    [GeneratedRegex(@"\S*\d\S*|\b(?:ago|today|yesterday|tomorrow|tonight|just now)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Varying();
}
