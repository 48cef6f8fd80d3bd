using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Which helpers the cases of a plan need. A project holds no file that nothing uses.</summary>
/// <param name="plan">The plan.</param>
/// <param name="everything">A library of steps is there for scenarios that people write, so it needs them all.</param>
internal sealed class PlanUse(TestPlan plan, bool everything = false)
{
    private readonly HashSet<Type> _actions = [.. plan.Cases.SelectMany(c => c.Steps).Select(s => s.Action.GetType())];

    public bool Accessibility => everything || _actions.Contains(typeof(StepAction.ExpectAccessible));

    public bool Links => everything || _actions.Contains(typeof(StepAction.ExpectLinksResolve));

    /// <summary>Addresses with escaped parts are compared.</summary>
    public bool EscapedAddresses { get; } =
        plan.Cases.SelectMany(c => c.Steps).Any(s => s.Action is StepAction.ExpectUrl a && TargetPath.HasEscapes(a.Path));

    /// <summary>Checks that Playwright for .NET cannot wait for by itself.</summary>
    public bool Polling => everything || EscapedAddresses
        || _actions.Contains(typeof(StepAction.ExpectStatus))
        || _actions.Contains(typeof(StepAction.ExpectHeader))
        || _actions.Contains(typeof(StepAction.ExpectFitsViewport))
        || Calls || Lists || Pictures;

    /// <summary>Checks of what elements say, alone or in a list.</summary>
    public bool Lists => everything || _actions.Overlaps([
        typeof(StepAction.ExpectContains), typeof(StepAction.ExpectChanged), typeof(StepAction.ExpectEach), typeof(StepAction.ExpectSorted), typeof(StepAction.ExpectSum),
        typeof(StepAction.Note)]);

    /// <summary>Addresses of a form are expected.</summary>
    public bool AddressTemplates => everything || _actions.Contains(typeof(StepAction.ExpectUrlLike));

    public bool WebVitals => everything || _actions.Contains(typeof(StepAction.ExpectWebVitals));

    public bool Calls => everything || _actions.Contains(typeof(StepAction.ExpectAnswer));

    public bool Pictures => everything || _actions.Contains(typeof(StepAction.ExpectPicture));

    public bool Layout => everything || _actions.Contains(typeof(StepAction.ExpectFitsViewport));

    /// <summary>Texts are expected anywhere on a page.</summary>
    public bool Texts => everything || _actions.Overlaps([typeof(StepAction.ExpectPageText), typeof(StepAction.ExpectNoPageText)]);

    public bool BoundedDates => everything || _actions.Contains(typeof(StepAction.FillDate));

    /// <summary>The application asks for consent before anything else.</summary>
    public bool Consent => plan.Consent is not null;

    public bool Login => plan.Login is not null;

    public bool Environment => everything || Variables.Count > 0;

    /// <summary>Environment variables the project reads, sorted.</summary>
    public IReadOnlyList<string> Variables { get; } =
    [
        .. plan.Cases.SelectMany(c => c.Steps)
            .Select(s => s.Action switch { StepAction.Fill a => a.Value, StepAction.ExpectValue a => a.Value, _ => "" })
            .Concat(plan.Login?.Steps.Select(s => s.Value ?? "") ?? [])
            .SelectMany(ReferenceText.Variables).Distinct().Order(StringComparer.Ordinal),
    ];
}
