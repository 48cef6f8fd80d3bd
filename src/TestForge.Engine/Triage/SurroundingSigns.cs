using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>Signs that network, server, browser or session failed, so that the failure says nothing about the application's pages.</summary>
internal static class SurroundingSigns
{
    public static Diagnosis? Of(FailureEvidence e) => Reason(e) is { } reason ? FailureTriage.Is(FailureClass.Environment, reason) : null;

    public static string Tell(FailedRequest request) =>
        $"{request.Method} {request.Url} {(request.Status > 0 ? $"was answered with status {ErrorPage.Name(request.Status)}" : $"got no answer ({request.Reason})")}.";

    private static string? Reason(FailureEvidence e)
    {
        if (e.Crashed)
        {
            return "The page crashed.";
        }

        if (e.SessionExpired)
        {
            return "The application asked to sign in again: the session has expired.";
        }

        if (e.Trouble is StepTrouble.Broken or StepTrouble.Unmade)
        {
            return e.Message;
        }

        if (e.ErrorsExpected)
        {
            return null;
        }

        if (ErrorPage.IsOfSurroundings(e.Status))
        {
            return $"The page {e.At} was answered with status {ErrorPage.Name(e.Status)}.";
        }

        if (e.Requests.FirstOrDefault(r => r.Status is 0 || ErrorPage.IsOfSurroundings(r.Status)) is { } request)
        {
            return Tell(request);
        }

        if (ErrorPage.SignOf(e.Page) is { } sign)
        {
            return $"The page calls itself “{sign}”.";
        }

        if (e is { Page.AsksForPassword: true, IsElsewhere: true })
        {
            return $"The page {e.At} asks for a password, and the step was to be done elsewhere.";
        }

        return e.Page is { Blank: true } && e.Exceptions.Count == 0 && e.Trouble == StepTrouble.NotOne ? "The page is blank." : null;
    }
}
