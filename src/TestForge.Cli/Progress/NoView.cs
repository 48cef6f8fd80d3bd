using TestForge.Pipeline;

namespace TestForge.Cli.Progress;

/// <summary>Shows nothing, for <c>--quiet</c>.</summary>
internal sealed class NoView : IProgressView
{
    public void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note)
    {
    }

    public void Tick(ProgressSnapshot snapshot)
    {
    }

    public void End(ProgressSnapshot snapshot)
    {
    }
}
