namespace TestForge.Platform.Access;

/// <summary>A known caller that comes from where the tenant lets nobody come from.</summary>
internal sealed class AddressRefusedException() : Exception("The address is not in the tenant's list.");
