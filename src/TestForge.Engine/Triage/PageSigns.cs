using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>What the page itself shows that explains why an element is missing or a check does not hold.</summary>
internal static class PageSigns
{
    public static Diagnosis? OfData(FailureEvidence e)
    {
        if (!e.Typed || e.Trouble is StepTrouble.Broken or StepTrouble.Unmade)
        {
            return null;
        }

        if (e.Status == DataClash.Conflict || e.Requests.Any(r => r.Status == DataClash.Conflict))
        {
            return FailureTriage.Is(FailureClass.Data, "The application answered with status 409, a conflict with data that it has.");
        }

        return e.Page is { } page && DataClash.In(page.Text) is { } words ? FailureTriage.Is(FailureClass.Data, $"The page says “{words}”.") : null;
    }

    public static Diagnosis? Of(FailureEvidence e) => (e.Trouble is StepTrouble.NotOne or StepTrouble.Mismatch) && e.Page is { } page
        ? OfPage(e, page) ?? (e.Trouble == StepTrouble.NotOne ? OfMissing(e, page) : null)
        : null;

    private static Diagnosis? OfPage(FailureEvidence e, PageLook page)
    {
        if (page.Busy is { } busy)
        {
            return FailureTriage.Is(FailureClass.Timing, $"The page was still at work: {busy}.");
        }

        // What is refused by design is checked as such.
        return page.Refused.Count > 0 && !e.RefusalExpected
            ? FailureTriage.Is(FailureClass.FormState, $"The form was not accepted: it marks {string.Join(", ", page.Refused.Select(r => $"“{r}”"))}.")
            : null;
    }

    private static Diagnosis? OfMissing(FailureEvidence e, PageLook page)
    {
        if (e.Status >= 400 && !e.ErrorsExpected)
        {
            return FailureTriage.Is(FailureClass.Assertion, $"The page {e.At} was answered with status {ErrorPage.Name(e.Status)}: there is no such page any more.");
        }

        if (ErrorPage.MissingSignOf(page) is { } sign && !e.ErrorsExpected)
        {
            return FailureTriage.Is(FailureClass.Assertion, $"The page calls itself “{sign}”: there is no such page any more.");
        }

        if (page.Blank)
        {
            return FailureTriage.Is(FailureClass.Assertion, $"The page is blank, and its code broke off: {string.Join(" ", e.Exceptions.Take(1).Select(x => x.Text))}");
        }

        return page switch
        {
            { Twin.Inert: true, Over: { } over } => FailureTriage.Is(FailureClass.Overlay, $"The element is switched off while {over} lies over the page."),
            { Twin.Closed: true } => FailureTriage.Is(FailureClass.FormState, "The element is there, and the part of the page that holds it is closed."),
            { Twin: not null } => FailureTriage.Is(FailureClass.Assertion, "The element is there as it was, and the application no longer shows it."),
            _ => null,
        };
    }
}
