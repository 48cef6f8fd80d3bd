namespace TestForge.Platform.Secrets;

/// <summary>A key that another key encrypts.</summary>
/// <param name="Bytes">The key, encrypted.</param>
/// <param name="Id">The key that encrypts it. It names the key and says nothing about it.</param>
internal sealed record WrappedKey(byte[] Bytes, string Id);
