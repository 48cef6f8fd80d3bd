namespace TestForge.Engine.Reporting.Model;

/// <summary>Something no test that ran touches. Kind is <c>page</c>, <c>form</c> or <c>transition</c>.</summary>
internal sealed record UntestedItem(string Kind, string What, string PageId);
