namespace TestForge.Platform.Personal;

/// <summary>A file of an export, as its manifest names it.</summary>
/// <param name="Name">Its path in the archive.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hash of its content, in hexadecimal.</param>
/// <param name="Rows">Rows in it; null for a file that is none of a table.</param>
public sealed record ExportFile(string Name, long Bytes, string Sha256, long? Rows);
