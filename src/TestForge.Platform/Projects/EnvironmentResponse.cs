using System.Linq.Expressions;
using TestForge.Pipeline;

namespace TestForge.Platform.Projects;

/// <summary>An environment as it may be shown: secrets by their names alone.</summary>
internal sealed record EnvironmentResponse(
    Guid Id,
    Guid ProjectId,
    string Name,
    string BaseUrl,
    IReadOnlyDictionary<string, string> Variables,
    LoginSpec? Login,
    IReadOnlyList<string> SecretNames,
    bool HasStorageState,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version)
{
    public static readonly Expression<Func<ProjectEnvironment, EnvironmentResponse>> Selector = e => Of(e);

    public static EnvironmentResponse Of(ProjectEnvironment e) =>
        new(e.Id, e.ProjectId, e.Name, e.BaseUrl, e.Variables, e.Login, e.SecretNames ?? [], e.HasStorageState, e.CreatedAt, e.UpdatedAt, e.Version);
}
