namespace TestForge.Engine.Triage;

/// <summary>An element that is in the document as it was, and cannot be seen.</summary>
/// <param name="Inert">Whether the part of the page around it is switched off, as behind a dialog.</param>
/// <param name="Closed">Whether something that opens and closes is closed around it.</param>
internal sealed record HiddenTwin(bool Inert, bool Closed);
