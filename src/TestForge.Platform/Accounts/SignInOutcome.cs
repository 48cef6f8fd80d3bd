namespace TestForge.Platform.Accounts;

/// <summary>What came of a try to sign in. Failures do not say which part was wrong, nor whether the account is there or shut.</summary>
internal enum SignInOutcome
{
    Failed,
    TooMany,
    NeedsCode,
    NeedsProvider,
    AddressNotAllowed,
    SignedIn,
}
