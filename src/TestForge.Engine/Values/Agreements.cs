using System.Text.RegularExpressions;

namespace TestForge.Engine.Values;

/// <summary>Boxes that a form wants ticked before it goes on, whether or not it declares so.</summary>
internal static partial class Agreements
{
    public static bool Is(string label) => Words().IsMatch(label);

    [GeneratedRegex(@"\b(i (have )?(accept|agree|read|understand|confirm|consent)|accept (the|all|our)|agree (to|with)|terms (of|and)|akzeptiere|stimme|einverstanden|j'accepte|acepto|accetto|aceito|concordo|akkoord|akceptuj\w*|godkänner|accepterer|godtar)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
