using TestForge.Engine.Design.Agents.Cases;
using TestForge.Engine.Design.Naming;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Grounding;

/// <summary>Writes a designed case with its steps as the draft of a case, to be tried like those of rules.</summary>
internal sealed class AgentDrafts(DesignContext context, SiteFacts facts)
{
    public const string Technique = "agent";

    // The model's word moves a case within these bounds; where on the site it is counts as for any other.
    private const double LeastValue = 0.4;
    private const double ValueOfRisk = 0.12;

    private readonly HashSet<string> _ids = [];

    public CaseDraft Of(DesignedCase test, StepsAnswer answer)
    {
        var writer = new StepWriter(context, facts);
        writer.Write(answer.Steps);
        var wanted = answer.Expectations.Where(e => e.Kind != ExpectationKind.Accessible).Select(e => new CaseExpectation(e.Kind, e.Page, e.Element, e.Text)).ToArray();
        var sends = answer.Steps.Select(s => s.Element).OfType<string>().Select(e => facts.SentBy(e) ?? facts.FormOf(e)).Any(f => f is { Method: not "get" });
        return Draft(test) with
        {
            PageId = writer.Pages.First(),
            OtherPageIds = [.. writer.Pages.Skip(1)],
            AllOrNothing = sends,
            Actions = writer.Steps,
            Probes =
            [
                .. wanted.Length == 0 ? Array.Empty<Probe>() : [new Probe.Expects(wanted)],
                .. answer.Expectations.Any(e => e.Kind == ExpectationKind.Accessible) ? [new Probe.Accessible()] : Array.Empty<Probe>(),
            ],
        };
    }

    /// <summary>Stands in the plan's list of what was left out.</summary>
    public CaseDraft Draft(DesignedCase test) => new()
    {
        Id = Slug.Unique($"agent-{Slug.Of(test.Title, 60)}", _ids),
        Title = test.Title,
        Feature = new($"flow-{Slug.Of(test.Flow.Name)}", test.Flow.Name, test.Flow.Why),
        Technique = Technique,
        Why = $"{AnswerText.Line(test.Answer.Fault).TrimEnd('.')}. For story {test.Story.Id}: {test.Story.Role} wants {test.Story.Want}.",
        PageId = test.Answer.Page,
        Likelihood = LikelihoodOf(test.Answer.Kind),
        Value = LeastValue + (ValueOfRisk * test.Answer.Risk),
        Actions = [Phrases.GivenOn(context, context.Page(test.Answer.Page))],
        Probes = [],
        Tags = [test.Answer.Kind.ToString().ToLowerInvariant()],
    };

    // As for the rules' own cases of the same kind.
    private static double LikelihoodOf(CaseKind kind) => kind switch
    {
        CaseKind.Positive => 0.7,
        CaseKind.Accessibility => 0.5,
        _ => 0.6,
    };
}
