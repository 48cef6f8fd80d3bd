namespace TestForge.Platform.Tenancy;

/// <summary>What a member may do in a tenant. Which scopes each role has says <see cref="Access.RoleScopes"/>.</summary>
internal enum Role
{
    /// <summary>Everything, and the only one to make other owners.</summary>
    Owner,

    /// <summary>Everything except owners.</summary>
    Admin,

    /// <summary>Works on projects and runs.</summary>
    Editor,

    /// <summary>Looks at projects and runs.</summary>
    Viewer,

    /// <summary>Whoever runs the server and was let in to help: looks at everything, changes nothing.</summary>
    Operator,
}
