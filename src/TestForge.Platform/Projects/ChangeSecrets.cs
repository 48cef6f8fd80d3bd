using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Projects;

internal static class ChangeSecrets
{
    private const int LongestStorageState = 256 * 1024;

    public sealed record Request
    {
        /// <summary>Secrets to set, by name.</summary>
        public Dictionary<string, string> Set { get; init; } = [];

        /// <summary>Names of secrets to remove.</summary>
        [MaxLength(EnvironmentFields.MostVariables)]
        public IReadOnlyList<string> Remove { get; init; } = [];

        /// <summary>A storage state of Playwright as text, with which runs start signed in; empty removes it, and left out it stays.</summary>
        [StringLength(LongestStorageState)]
        public string? StorageState { get; init; }
    }

    public static void Map(IEndpointRouteBuilder environments) => environments
        .MapPatch("/{environmentId:guid}/secrets", HandleAsync)
        .WithName(nameof(ChangeSecrets))
        .WithSummary("Set or remove secrets of an environment. They are encrypted, given to its runs, and never shown again. Needs If-Match with the environment's ETag.")
        .RequireAuthorization(Scopes.ProjectsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<EnvironmentResponse>, ApiProblem>> HandleAsync(
        Guid projectId,
        Guid environmentId,
        Request request,
        PlatformDb db,
        SecretBox box,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var environment = await db.Environments.SingleOrDefaultAsync(e => e.Id == environmentId && e.ProjectId == projectId, cancellationToken);
        if (environment is null)
        {
            return ProjectErrors.EnvironmentNotFound(environmentId);
        }

        if (ETags.WhyNot(http, environment.Version) is { } stale)
        {
            return stale;
        }

        if (WhyNot(request) is { } problem)
        {
            return problem;
        }

        var before = await OpenAsync(db, box, environment, cancellationToken);
        var values = new SortedDictionary<string, string>(before.Values.ToDictionary(), StringComparer.Ordinal);
        foreach (var name in request.Remove)
        {
            values.Remove(name);
        }

        foreach (var (name, value) in request.Set)
        {
            values[name] = value;
        }

        if (values.Count > EnvironmentFields.MostVariables)
        {
            return ApiErrors.Invalid("set", $"There may be {EnvironmentFields.MostVariables} secrets at most.");
        }

        var state = request.StorageState is null ? before.StorageState : request.StorageState is { Length: > 0 } given ? given : null;
        var after = new EnvironmentSecrets(values, state);
        environment.Secrets = values.Count == 0 && state is null
            ? null
            : await box.SealAsync(db, ProjectEnvironment.SecretPurpose, environment.Id, JsonSerializer.Serialize(after, ArtifactJson.Compact), cancellationToken);
        (environment.SecretNames, environment.HasStorageState, environment.UpdatedAt) = ([.. values.Keys], state is not null, clock.GetUtcNow());
        environment.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, environment.Version);
        return TypedResults.Ok(EnvironmentResponse.Of(environment));
    }

    /// <summary>The secrets of an environment, for its runs alone.</summary>
    /// <exception cref="SecretException">They cannot be opened.</exception>
    public static async Task<EnvironmentSecrets> OpenAsync(PlatformDb db, SecretBox box, ProjectEnvironment environment, CancellationToken cancellationToken) =>
        environment.Secrets is { } bytes
            ? JsonSerializer.Deserialize<EnvironmentSecrets>(await box.OpenAsync(db, ProjectEnvironment.SecretPurpose, environment.Id, bytes, cancellationToken), ArtifactJson.Compact)!
            : EnvironmentSecrets.None;

    private static ApiProblem? WhyNot(Request request)
    {
        if (request.Set.Keys.Any(k => !EnvironmentFields.VariableName().IsMatch(k)))
        {
            return ApiErrors.Invalid("set", "A name begins with a letter and has letters, digits and _ only, 64 at most.");
        }

        if (request.Set.Values.Any(v => v is null or { Length: 0 or > EnvironmentFields.LongestValue }))
        {
            return ApiErrors.Invalid("set", $"A secret has 1 to {EnvironmentFields.LongestValue} characters.");
        }

        return request.StorageState is { Length: > 0 } state && !IsStorageState(state)
            ? ApiErrors.Invalid("storageState", "It has to be a storage state of Playwright: a JSON object with cookies or origins.")
            : null;
    }

    private static bool IsStorageState(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && (IsList(document.RootElement, "cookies") | IsList(document.RootElement, "origins"));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsList(JsonElement root, string name) => root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array;
}
