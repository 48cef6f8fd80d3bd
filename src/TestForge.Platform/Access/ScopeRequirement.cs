using Microsoft.AspNetCore.Authorization;

namespace TestForge.Platform.Access;

/// <summary>What a route asks for.</summary>
internal sealed record ScopeRequirement(string Scope) : IAuthorizationRequirement;
