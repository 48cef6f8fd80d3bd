using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>A page as a page object: what its class, file and members are called.</summary>
/// <param name="Page">The page.</param>
/// <param name="ClassName">In Pascal case, unique in the plan: <c>SignInPage</c>.</param>
/// <param name="FileName">Lower-case letters, digits and hyphens, without extension.</param>
/// <param name="Elements">Its elements with their members in Pascal case, unique on the page.</param>
internal sealed record NamedPage(PlanPage Page, string ClassName, string FileName, IReadOnlyList<NamedElement> Elements)
{
    /// <summary>Those that every test may use. What a test itself has made is known to that test alone.</summary>
    public IReadOnlyList<NamedElement> OwnElements { get; } = [.. Elements.Where(e => !e.Element.Locator.IsBound)];
}
