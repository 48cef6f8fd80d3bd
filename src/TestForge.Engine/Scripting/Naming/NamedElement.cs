using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>An element as a member of a page object, in Pascal case.</summary>
internal sealed record NamedElement(PlanElement Element, string Member);
