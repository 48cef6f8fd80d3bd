namespace TestForge.Pipeline;

/// <summary>What is done about a failure.</summary>
public enum FailurePolicy
{
    /// <summary>The element is looked for by its fingerprint. The case is not tried again as it is.</summary>
    Heal,

    /// <summary>The case is tried again by itself. A failure that stays says nothing about the application.</summary>
    Retry,

    /// <summary>A person is told what the case or its surroundings need. Nothing is repaired.</summary>
    Report,

    /// <summary>The application is held to be at fault.</summary>
    Fail,
}
