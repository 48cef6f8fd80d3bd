namespace TestForge.Platform.Projects;

internal sealed record ProjectResponse(Guid Id, string Name, string Description, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static ProjectResponse Of(Project project) => new(project.Id, project.Name, project.Description, project.CreatedAt, project.UpdatedAt, project.Version);
}
