using System.Collections.Concurrent;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Engine.Design.Agents.Cases;
using TestForge.Engine.Design.Agents.Critique;
using TestForge.Engine.Design.Agents.Grounding;
using TestForge.Engine.Design.Agents.Pages;
using TestForge.Engine.Design.Agents.Purpose;
using TestForge.Engine.Design.Agents.Requirements;
using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents;

/// <summary>
/// Has a language model think of cases that the rules have not made, question by question, each on the answers before; then the cases are
/// tried on the live application like any other. It comes after the rules, so that it knows what they cover and cannot spoil it.
/// </summary>
internal sealed class AgentDesign(DesignContext context, SiteFacts facts, SiteText site, AgentLimits limits, AgentCalls calls, string model)
{
    private const string WholeCase = "the whole case";

    private readonly ConcurrentQueue<DroppedExpectation> _left = [];
    private volatile Thought _thought = new(new() { Target = context.Site.Target, Model = model }, []);

    /// <summary>The cases that were thought of and have steps, fit to be put into a plan once they were tried.</summary>
    public IReadOnlyList<DraftState> States => [.. _thought.Tried.Select(t => t.State)];

    /// <summary>Goes on until the token is cancelled or the model cannot be asked any more; what there is by then is kept.</summary>
    public async Task RunAsync(TrialRunner runner, RuleCases rules, CancellationToken cancellationToken)
    {
        try
        {
            if (await UnderstandAsync(cancellationToken) is not { } application || await DesignAsync(application, rules, cancellationToken) is not { Count: > 0 } cases)
            {
                return;
            }

            var tried = await GroundAsync(cases, rules, cancellationToken);
            _thought = _thought with { Tried = tried };
            await runner.RunAsync([.. tried.Select(t => t.State)], cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was learnt until now is kept.
        }
    }

    /// <summary>Links the plan with what was learnt, and lists what was left out on the way.</summary>
    public async Task<TestPlan> FinishAsync(TestPlan plan, IArtifactStore artifacts)
    {
        var thought = _thought;
        plan = plan with { Dropped = [.. plan.Dropped.Concat(calls.Left).Concat(_left).Distinct()] };
        if (thought.Application.Pages.Count == 0)
        {
            return plan;
        }

        var kept = plan.Cases.Where(c => c.Technique == AgentDrafts.Technique).Select(c => c.Id).ToHashSet();
        var byStory = thought.Tried.Where(t => kept.Contains(t.State.Draft.Id)).ToLookup(t => t.Case.Story.Id, t => t.State.Draft.Id);
        var application = thought.Application with
        {
            Requirements = [.. thought.Application.Requirements.Select(r => r with { Stories = [.. r.Stories.Select(s => s with { CaseIds = [.. byStory[s.Id].Order(StringComparer.Ordinal)] })] })],
            Questions = [.. thought.Tried.Where(t => t.State.Unmet is not null).Select(QuestionOf)],
        };
        return plan with { Application = await artifacts.PutJsonAsync(ArtifactKinds.Application, application, CancellationToken.None) };
    }

    /// <summary>What pages are for, what the application is, and what it must do; null when one of them is not known.</summary>
    private async Task<ApplicationModel?> UnderstandAsync(CancellationToken cancellationToken)
    {
        var pages = await calls.AskAllAsync("what pages are for", new PageAgent(facts, site).Questions(), cancellationToken);
        Learn(a => a with { Pages = [.. pages.OfType<PageAnswer>().Select(PageAgent.Read)] });
        if (calls.Ended is not null || _thought.Application.Pages.Count == 0)
        {
            return null;
        }

        var applicationAgent = new ApplicationAgent(facts, site, limits);
        if (await calls.AskAsync("what the application is", applicationAgent.Question(_thought.Application.Pages), cancellationToken) is not { } answer)
        {
            return null;
        }

        Learn(a => applicationAgent.Read(a, answer));
        if (await calls.AskAsync("what it must do", new RequirementAgent(facts, site).Question(_thought.Application), cancellationToken) is not { } requirements)
        {
            return null;
        }

        Learn(a => a with { Requirements = RequirementAgent.Read(requirements) });
        return _thought.Application;
    }

    /// <summary>Cases for each flow, without those that are not worth their steps.</summary>
    private async Task<IReadOnlyList<DesignedCase>> DesignAsync(ApplicationModel application, RuleCases rules, CancellationToken cancellationToken)
    {
        var flows = application.Flows.Where(f => CaseAgent.StoriesOf(application, f).Count > 0).ToArray();
        var answers = await calls.AskAllAsync("tests for flows", new CaseAgent(facts, site, limits).Questions(application with { Flows = flows }, rules), cancellationToken);
        var cases = new List<DesignedCase>();
        var charters = new List<ExploratoryCharter>();
        foreach (var (flow, answer) in flows.Zip(answers).Where(a => a.Second is not null))
        {
            var stories = CaseAgent.StoriesOf(application, flow).ToDictionary(s => s.Id);
            cases.AddRange(answer!.Cases.Select(c => new DesignedCase("", flow, stories[c.Story], c)));
            charters.AddRange(answer.Charters.Select(c => new ExploratoryCharter($"charter{charters.Count + 1}", AnswerText.Line(c.Title), AnswerText.Line(c.Mission), flow.Id, [.. c.Pages.Distinct()])));
        }

        Learn(a => a with { Charters = [.. charters.Select((c, i) => c with { Id = $"charter{i + 1}" })] });

        // The best of each flow before the second best of any.
        cases = [.. cases.GroupBy(c => c.Flow.Id).SelectMany(g => g.Index()).OrderBy(c => c.Index).Take(limits.MaxCases).Select((c, i) => c.Item with { Id = $"c{i + 1}" })];
        if (cases.Count == 0 || calls.Ended is not null)
        {
            return cases;
        }

        // Without a critique all are tried: it saves effort and decides nothing.
        var critique = await calls.AskAsync("which tests to keep", new CritiqueAgent(site).Question(application, cases, rules), cancellationToken);
        var left = critique is null ? new Dictionary<string, string>() : CritiqueAgent.Read(cases, critique);
        foreach (var test in cases.Where(c => left.ContainsKey(c.Id)))
        {
            Leave(test, left[test.Id]);
        }

        return [.. cases.Where(c => !left.ContainsKey(c.Id))];
    }

    private async Task<IReadOnlyList<(DesignedCase Case, DraftState State)>> GroundAsync(IReadOnlyList<DesignedCase> cases, RuleCases rules, CancellationToken cancellationToken)
    {
        var agent = new StepAgent(site, new(facts));
        var answers = await calls.AskAllAsync("steps of tests", [.. cases.Select(c => agent.Question(_thought.Application, c))], cancellationToken);
        var drafts = new AgentDrafts(context, facts);
        var tried = new List<(DesignedCase Case, DraftState State)>();
        foreach (var (test, answer) in cases.Zip(answers))
        {
            if (answer is null)
            {
                if (calls.Ended is not null)
                {
                    Leave(test, "The language model could not be asked for its steps any more.");
                }
            }
            else if (answer.Impossible is { } why)
            {
                Leave(test, $"It cannot be done with what the site map has. {AnswerText.Line(why)}");
            }
            else if (drafts.Of(test, answer) is var draft && rules.SameAs(draft) is { } same)
            {
                Leave(test, $"The rules have a case that does the same: {Phrases.Quoted(same.Title)}.");
            }
            else
            {
                tried.Add((test, new(draft)));
            }
        }

        return tried;
    }

    private OpenQuestion QuestionOf((DesignedCase Case, DraftState State) tried) =>
        new(tried.Case.Title, tried.Case.Story.Id, tried.State.Unmet!.Value.Expected, tried.State.Unmet.Value.Observed, [.. tried.State.Draft.Pages]);

    private void Leave(DesignedCase test, string reason) => _left.Enqueue(new(test.Title, WholeCase, reason));

    private void Learn(Func<ApplicationModel, ApplicationModel> more) => _thought = _thought with { Application = more(_thought.Application) };

    private sealed record Thought(ApplicationModel Application, IReadOnlyList<(DesignedCase Case, DraftState State)> Tried);
}
