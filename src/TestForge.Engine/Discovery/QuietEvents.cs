using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Passes on only what a further crawl of the same application has to say about its session; its pages are not news.</summary>
internal sealed class QuietEvents(IRunEvents inner, string role) : IRunEvents
{
    public void Publish(RunEvent runEvent)
    {
        if (runEvent is RunEvent.RunWarning warning && warning.Code.StartsWith("session.", StringComparison.Ordinal))
        {
            inner.Publish(warning with { Message = $"Role {role}: {warning.Message}" });
        }
    }
}
