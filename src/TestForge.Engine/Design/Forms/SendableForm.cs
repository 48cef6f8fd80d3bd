using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>A form that may be sent with valid data, and how.</summary>
/// <param name="Place">The form and where it is.</param>
/// <param name="Filled">The steps that fill it with valid data.</param>
/// <param name="Send">The step that sends it.</param>
internal sealed record SendableForm(FormPlace Place, IReadOnlyList<TestStep> Filled, TestStep Send)
{
    /// <summary>It takes a text in the case's own words, so it makes something that can be found again.</summary>
    public bool Keeps => Place.Lead.Concat(Filled).Any(IsOwn);

    /// <summary>It comes filled in, so it changes a record that is there already.</summary>
    public bool Changes => Place.Form.Fields.Any(f => f.Value.Length > 0 && Filled.Any(s => IsOwn(s) && s.Action.Element == f.ElementId));

    public static IEnumerable<SendableForm> Of(DesignContext context)
    {
        foreach (var place in DistinctForms.Of(context))
        {
            // Signing in needs real credentials; searching has a technique of its own.
            if (place.Form.Purpose is not (FormPurpose.Login or FormPurpose.Search) && FormGuard.Refusal(context, place.Form) is null
                && FormFilling.Steps(context, place.Form) is { Count: > 0 } filled && FormFilling.Send(context, place.Form) is { } send)
            {
                yield return new(place, filled, send);
            }
        }
    }

    private static bool IsOwn(TestStep step) => step.Action is StepAction.Fill fill && CaseValues.HasReference(fill.Value);
}
