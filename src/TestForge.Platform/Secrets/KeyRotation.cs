using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Secrets;

/// <summary>Replaces keys: those of the tenants are encrypted with the installation's current key, and on demand made anew.</summary>
public sealed class KeyRotation
{
    private readonly TenantWork _work;
    private readonly TenantDirectory _tenants;
    private readonly SecretBox _box;
    private readonly InstallationKeys _installation;

    internal KeyRotation(TenantWork work, TenantDirectory tenants, SecretBox box, InstallationKeys installation) => (_work, _tenants, _box, _installation) = (work, tenants, box, installation);

    /// <param name="newDataKeys">Whether each tenant gets a new key as well, for all that is encrypted from now on.</param>
    /// <param name="cancellationToken">Stops between tenants; what is done stays done.</param>
    /// <returns>Tenants looked at, and keys that were encrypted anew.</returns>
    public async Task<(int Tenants, int Keys)> RotateAsync(bool newDataKeys, CancellationToken cancellationToken)
    {
        var tenants = await _tenants.AllAsync(cancellationToken);
        var keys = await _installation.RewrapAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            keys += await _work.WriteAsync(
                tenant,
                async db =>
                {
                    var rewrapped = await _box.RewrapAsync(db, cancellationToken);
                    if (newDataKeys)
                    {
                        await _box.AddKeyAsync(db, cancellationToken);
                    }

                    return rewrapped;
                },
                cancellationToken);
        }

        return (tenants.Count, keys);
    }
}
