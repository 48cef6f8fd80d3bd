namespace TestForge.Platform.Personal;

/// <summary>A file of a tenant.</summary>
/// <param name="Name">Its path below the tenant's folder, with slashes.</param>
/// <param name="OpenAsync">Opens its content, decrypted.</param>
internal sealed record TenantFile(string Name, Func<CancellationToken, Task<Stream>> OpenAsync);
