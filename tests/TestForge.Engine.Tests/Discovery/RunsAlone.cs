namespace TestForge.Engine.Tests.Discovery;

/// <summary>Tests no other test may run beside.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
