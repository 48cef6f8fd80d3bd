namespace TestForge.Engine.Values;

/// <summary>What to do with a field: type a text, choose an option, or tick it. Exactly one is set.</summary>
internal readonly record struct FieldAction(string? Text = null, string? Option = null, bool? Checked = null);
