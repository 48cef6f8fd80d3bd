namespace TestForge.Engine.Execution;

// Stands in for the engine's own options until that part is merged; then this file goes.
public sealed class ExecutionOptions
{
    public int Workers { get; set; }
}
