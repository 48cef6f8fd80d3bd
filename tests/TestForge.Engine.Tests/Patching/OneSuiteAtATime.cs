namespace TestForge.Engine.Tests.Patching;

/// <summary>Suites read the environment of this process, so two are not healed at once.</summary>
[CollectionDefinition(nameof(OneSuiteAtATime))]
public sealed class OneSuiteAtATime;
