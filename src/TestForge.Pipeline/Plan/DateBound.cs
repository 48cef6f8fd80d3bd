namespace TestForge.Pipeline;

/// <summary>An end of what a date field allows.</summary>
public enum DateBound
{
    Earliest,
    Latest,
}
