using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>The files of tenants, wherever they are.</summary>
internal interface ITenantFiles
{
    /// <summary>All files of a tenant by name, to be read in clear.</summary>
    IReadOnlyList<TenantFile> FilesOf(TenantId tenant);

    /// <summary>Removes all files of a tenant. What is not there is no failure.</summary>
    Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken);
}
