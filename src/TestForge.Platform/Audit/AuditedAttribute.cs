namespace TestForge.Platform.Audit;

/// <summary>On a row whose changes are kept in the audit log.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AuditedAttribute : Attribute;
