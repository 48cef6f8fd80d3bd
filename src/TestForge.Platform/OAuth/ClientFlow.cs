namespace TestForge.Platform.OAuth;

/// <summary>How a program gets tokens.</summary>
internal enum ClientFlow
{
    /// <summary>A member lets it in, in a browser that comes back to the program.</summary>
    AuthorizationCode,

    /// <summary>A member lets it in by typing a code in any browser.</summary>
    DeviceCode,

    /// <summary>By itself, with a secret.</summary>
    ClientCredentials,
}
