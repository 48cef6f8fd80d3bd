namespace TestForge.Pipeline;

/// <summary>Receives what happens in a run while it happens. Implementations return at once and never throw.</summary>
public interface IRunEvents
{
    void Publish(RunEvent runEvent);
}
