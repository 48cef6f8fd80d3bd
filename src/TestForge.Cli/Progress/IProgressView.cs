using TestForge.Pipeline;

namespace TestForge.Cli.Progress;

/// <summary>One way to show a run while it goes on. Only one thread at a time calls it.</summary>
internal interface IProgressView
{
    /// <summary>An event, when it happened, and the line it deserves, if any.</summary>
    void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note);

    /// <summary>Time has passed.</summary>
    void Tick(ProgressSnapshot snapshot);

    /// <summary>Nothing more will come.</summary>
    void End(ProgressSnapshot snapshot);
}
