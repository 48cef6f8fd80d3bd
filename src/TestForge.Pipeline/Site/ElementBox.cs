namespace TestForge.Pipeline;

/// <summary>A rectangle in CSS pixels of the page.</summary>
public readonly record struct ElementBox(double X, double Y, double Width, double Height);
