namespace TestForge.Platform.Audit;

/// <summary>On a value that the audit log says the change of, and never the value itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MaskedAttribute : Attribute;
