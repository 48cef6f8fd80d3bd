namespace TestForge.Pipeline;

/// <summary>An output that may hold only part of the work, because the run was told to stop.</summary>
/// <remarks>A journal does not record an interrupted output, so a resumed run does that stage again.</remarks>
public interface IInterruptible
{
    bool Interrupted { get; }
}
