namespace TestForge.Pipeline;

/// <summary>Where baselines of an application are kept from one run to the next.</summary>
/// <param name="Folder">Their folder. What is missing in it is added.</param>
/// <param name="Update">Whether what is there is replaced by how the application looks now.</param>
public sealed record BaselineSource(string Folder, bool Update);
