namespace TestForge.Platform.Accounts;

/// <summary>What came of taking an invitation.</summary>
internal enum JoinOutcome
{
    Joined,

    /// <summary>Unknown, used, revoked or expired: it does not say which.</summary>
    NoInvitation,

    BadPassword,

    /// <summary>People with such an address sign in at the tenant's provider.</summary>
    NeedsProvider,

    AddressNotAllowed,
}
