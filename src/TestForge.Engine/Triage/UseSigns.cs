using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>Why an element that was found could not be used.</summary>
internal static class UseSigns
{
    public static Diagnosis? Of(FailureEvidence e) => e.Trouble != StepTrouble.Unusable ? null : e.Obstacle switch
    {
        _ when e.Page?.Busy is { } busy => FailureTriage.Is(FailureClass.Timing, $"The page was still at work: {busy}."),
        Obstacle.Covered => FailureTriage.Is(FailureClass.Overlay, $"{e.Cover ?? "Another element"} covers the element."),
        Obstacle.Disabled => FailureTriage.Is(FailureClass.FormState, "The element is disabled."),
        Obstacle.NotEditable => FailureTriage.Is(FailureClass.FormState, "The field cannot be edited."),
        Obstacle.NoSuchOption => FailureTriage.Is(FailureClass.FormState, "The list has no such option."),
        Obstacle.Hidden when e.Page?.Over is { } over => FailureTriage.Is(FailureClass.Overlay, $"The element is hidden while {over} lies over the page."),
        Obstacle.Hidden when e.Element?.Closed == true => FailureTriage.Is(FailureClass.FormState, "The part of the page that holds the element is closed."),
        Obstacle.Hidden => FailureTriage.Is(FailureClass.Assertion, "The element is there and cannot be seen."),
        Obstacle.OtherKind => FailureTriage.Is(FailureClass.Assertion, "The element is of another kind than before."),
        Obstacle.Moving or Obstacle.Detached => FailureTriage.Is(FailureClass.Timing, e.Message),
        _ => e.Message.Contains("Timeout", StringComparison.OrdinalIgnoreCase) ? FailureTriage.Is(FailureClass.Timing, e.Message) : null,
    };
}
