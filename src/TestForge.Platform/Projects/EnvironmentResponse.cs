namespace TestForge.Platform.Projects;

internal sealed record EnvironmentResponse(Guid Id, Guid ProjectId, string Name, string BaseUrl, IReadOnlyDictionary<string, string> Variables, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static EnvironmentResponse Of(ProjectEnvironment e) => new(e.Id, e.ProjectId, e.Name, e.BaseUrl, e.Variables, e.CreatedAt, e.UpdatedAt, e.Version);
}
