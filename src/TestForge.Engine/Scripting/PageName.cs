using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>A page and the class that stands for it.</summary>
internal sealed record PageName(PlanPage Page, string Class)
{
    public string Variable => char.ToLowerInvariant(Class[0]) + Class[1..];

    public string File => string.Concat(Class.Select((c, i) => char.IsUpper(c) && i > 0 && !char.IsUpper(Class[i - 1]) ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
