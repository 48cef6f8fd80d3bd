namespace TestForge.Platform.Tenancy;

/// <summary>What a member may do in a tenant, the most first.</summary>
internal enum Role
{
    Owner,
    Admin,
    Editor,
    Viewer,
}
