using System.Text.Json.Serialization;

namespace TestForge.Pipeline;

/// <summary>Something that happened in a run, for progress displays and logs.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(StageStarted), "stage-started")]
[JsonDerivedType(typeof(StageFinished), "stage-finished")]
[JsonDerivedType(typeof(PageVisited), "page-visited")]
[JsonDerivedType(typeof(CaseDesigned), "case-designed")]
[JsonDerivedType(typeof(GoalStepped), "goal-stepped")]
[JsonDerivedType(typeof(GoalReached), "goal-reached")]
[JsonDerivedType(typeof(AgentAsked), "agent-asked")]
[JsonDerivedType(typeof(CasesPlanned), "cases-planned")]
[JsonDerivedType(typeof(CaseFinished), "case-finished")]
[JsonDerivedType(typeof(ElementHealed), "element-healed")]
[JsonDerivedType(typeof(RunWarning), "warning")]
public abstract record RunEvent
{
    /// <summary>A stage began. <paramref name="Reused"/>: its output came from the journal of an earlier start.</summary>
    public sealed record StageStarted(string Stage, bool Reused = false) : RunEvent;

    public sealed record StageFinished(string Stage, long Milliseconds, bool Interrupted, bool Reused = false) : RunEvent;

    /// <summary>Discovery has dealt with one address. Found counts pages kept, Queued those still to visit.</summary>
    public sealed record PageVisited(string Url, string Outcome, int Found, int Queued) : RunEvent;

    /// <summary>Design is trying candidates on the live page: Done of Total so far, Kept of them in the plan.</summary>
    public sealed record CaseDesigned(string Title, int Done, int Total, int Kept) : RunEvent;

    /// <summary>Design is exploring for a goal: Step of at most Most has just been done.</summary>
    public sealed record GoalStepped(string Goal, int Step, int Most, string What) : RunEvent;

    /// <summary>A goal was reached with so many steps, and is now to be proved without a model.</summary>
    public sealed record GoalReached(string Goal, int Steps) : RunEvent;

    /// <summary>Design is asking a language model: Done of Total questions about What have been answered.</summary>
    public sealed record AgentAsked(string What, int Done, int Total) : RunEvent;

    /// <summary>Execution is about to run this many cases.</summary>
    public sealed record CasesPlanned(int Total) : RunEvent;

    public sealed record CaseFinished(string CaseId, string Title, Verdict Verdict, long Milliseconds, string? Message = null) : RunEvent;

    public sealed record ElementHealed(string ElementId, string Old, string New, bool Proved) : RunEvent;

    /// <summary>Something the user should know that does not fail the run. Code is stable.</summary>
    public sealed record RunWarning(string Code, string Message) : RunEvent;
}
