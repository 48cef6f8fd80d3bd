using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>An element and the member of its page object that stands for it.</summary>
internal sealed record ElementName(PageName Page, string Pascal, PlanElement Element)
{
    public string Camel => char.ToLowerInvariant(Pascal[0]) + Pascal[1..];
}
