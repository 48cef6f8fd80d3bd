using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>One statement a step.</summary>
internal sealed class CsSteps(PlanNames names)
{
    public string Write(StepAction action) => action switch
    {
        StepAction.Navigate a => $"await Page.GotoAsync({Cs.Text(a.Path)}, new() {{ WaitUntil = WaitUntilState.DOMContentLoaded }});",
        StepAction.Click a => $"await {Element(a.ElementId)}.ClickAsync();",
        StepAction.Fill a => $"await {Element(a.ElementId)}.FillAsync({Cs.Value(a.Value)});",
        StepAction.Choose a => $"await {Element(a.ElementId)}.SelectOptionAsync(new SelectOptionValue {{ Label = {Cs.Text(a.Option)} }});",
        StepAction.SetChecked a => $"await {Element(a.ElementId)}.SetCheckedAsync({(a.Checked ? "true" : "false")});",
        StepAction.Press a => $"await {Element(a.ElementId)}.PressAsync({Cs.Text(a.Key)});",
        StepAction.Resize a => $"await Page.SetViewportSizeAsync({a.Width}, {a.Height});",
        StepAction.ExpectUrl a => $"await Checks.PathIsAsync(Page, {Cs.Text(a.Path)});",
        StepAction.ExpectTitle a => $"await Expect(Page).ToHaveTitleAsync({Cs.Text(a.Title)});",
        StepAction.ExpectVisible a => $"await Expect({Element(a.ElementId)}).ToBeVisibleAsync();",
        StepAction.ExpectText a => $"await Expect({Element(a.ElementId)}).ToHaveTextAsync({Cs.Text(a.Text)}, new() {{ UseInnerText = true }});",
        StepAction.ExpectPageText a => $"await Checks.TextIsShownAsync(Page, {Cs.Text(a.Text)});",
        StepAction.ExpectInvalid a => $"await Checks.IsInvalidAsync({Element(a.ElementId)});",
        StepAction.ExpectValue a => $"await Expect({Element(a.ElementId)}).ToHaveValueAsync({Cs.Value(a.Value)});",
        StepAction.ExpectStatus a => $"await Watch.StatusIsAsync({a.Status});",
        StepAction.ExpectHeader a => $"await Watch.HeaderIsAsync({Cs.Text(a.Name)}, {Cs.Text(a.Value)});",
        StepAction.ExpectLinksResolve a => $"await Checks.LinksResolveAsync(Page, {Cs.List(a.Paths)});",
        StepAction.ExpectConsoleClean a => $"await Watch.ConsoleIsCleanAsync({Cs.List(a.Known)});",
        StepAction.ExpectRequestsSucceed a => $"await Watch.RequestsSucceedAsync({Cs.List(a.Known)});",
        StepAction.ExpectNoMixedContent => "await Watch.NoMixedContentAsync();",
        StepAction.ExpectAccessible a => $"await Accessibility.HoldsAsync(Page, {Cs.List(a.Tags)}, {Cs.List(a.KnownRules)});",
        StepAction.ExpectFitsViewport => "await Checks.FitsViewportAsync(Page);",
        _ => throw new StageException("script.unknown_action", $"C# cannot say '{action.GetType().Name}' yet.", retryable: false),
    };

    private string Element(string id) => $"{names.Element(id).Page.Class}.{names.Element(id).Pascal}";
}
