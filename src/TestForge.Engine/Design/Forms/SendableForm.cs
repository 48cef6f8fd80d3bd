using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>A form that may be sent with valid data, and how.</summary>
/// <param name="Place">The form and where it is.</param>
/// <param name="Filled">The steps that fill it with valid data.</param>
/// <param name="Send">The step that sends it.</param>
internal sealed record SendableForm(FormPlace Place, IReadOnlyList<TestStep> Filled, TestStep Send)
{
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
}
