namespace TestForge.Platform.Tenancy;

/// <summary>The tenant that a request or a piece of work is for. Set once, by authentication or by the work's claim.</summary>
public sealed class TenantContext
{
    private TenantId? _current;

    /// <summary>The tenant. Throws when there is none, so that a forgotten one never means all.</summary>
    public TenantId Current => _current ?? throw new InvalidOperationException("There is no tenant here: this code runs outside a request and outside of work that was claimed for a tenant.");

    /// <summary>Whether there is one.</summary>
    public bool IsSet => _current is not null;

    public void Set(TenantId tenant)
    {
        if (tenant.Value == Guid.Empty)
        {
            throw new ArgumentException("The empty id is no tenant.", nameof(tenant));
        }

        _current = _current is null ? tenant : throw new InvalidOperationException("The tenant is set already, and one request or piece of work has one tenant.");
    }
}
