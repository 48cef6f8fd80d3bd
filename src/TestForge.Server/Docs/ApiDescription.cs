using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TestForge.Platform.Api;

namespace TestForge.Server.Docs;

/// <summary>The description of the API, a page to try it on, and the pages of its errors.</summary>
internal static class ApiDescription
{
    private const string Document = "v1";
    private const string Scheme = "api-key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        // What code generators and linters of today read without trouble.
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;

        // Requests and responses are named in their use case, and so by it outside.
        options.CreateSchemaReferenceId = type => type.Type.DeclaringType is { } useCase && OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not null
            ? useCase.Name + type.Type.Name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "TestForge",
                Version = Document,
                Description = "Projects, environments and runs of a TestForge server. Every failure is a problem document with a stable code.",
                Contact = new() { Name = "The operator of the server" },
                License = new() { Name = "Apache-2.0", Url = new("https://www.apache.org/licenses/LICENSE-2.0") },
            };
            document.Servers = [new() { Url = "/" }];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "tfk_…", Description = "An API key." },
            };
            OperationDetails.Complete(document);
            Tags(document);
            document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
    });

    private static void Tags(OpenApiDocument document)
    {
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description ??= $"{tag.Name} of the tenant that the key is of.";
        }
    }

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint($"/openapi/{Document}.json", "TestForge v1");
            ui.DocumentTitle = "TestForge API";
        });
        app.MapGet(ApiProblem.ErrorPages + "{code}", ErrorPageAsync).ExcludeFromDescription();
    }

    private static IResult ErrorPageAsync(string code) =>
        typeof(ApiDescription).Assembly.GetManifestResourceStream($"errors/{code}.md") is { } page
            ? TypedResults.Stream(page, "text/markdown; charset=utf-8")
            : ApiErrors.NotFound();
}
