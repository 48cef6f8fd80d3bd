namespace TestForge.Pipeline;

/// <summary>Gherkin keyword of a step.</summary>
public enum StepKeyword
{
    Given,
    When,
    Then,
}
