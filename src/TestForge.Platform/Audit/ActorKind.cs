namespace TestForge.Platform.Audit;

/// <summary>What kind of caller did something.</summary>
internal enum ActorKind
{
    /// <summary>The installation itself, such as at its first start.</summary>
    System,

    /// <summary>A program or person with an API key.</summary>
    ApiKey,

    /// <summary>A member who has signed in.</summary>
    Member,

    /// <summary>A program with credentials of its own.</summary>
    Client,
}
