namespace TestForge.Pipeline;

/// <summary>What a sentence of a goal asks for.</summary>
public enum GoalStepKind
{
    /// <summary>The goal as a whole; the page must show that it is reached.</summary>
    Whole,

    Given,
    When,

    /// <summary>Something that the page must show.</summary>
    Then,
}
