using System.Linq.Expressions;
using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

internal sealed record CaseResponse(Guid Id, string Key, string Title, string Feature, string Technique, double Risk, Verdict Verdict, FailureClass? FailureClass)
{
    public static readonly Expression<Func<RunCase, CaseResponse>> Selector = c => new CaseResponse(c.Id, c.Key, c.Title, c.Feature, c.Technique, c.Risk, c.Verdict, c.FailureClass);
}
