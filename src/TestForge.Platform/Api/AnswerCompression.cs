using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Platform.Idempotency;

namespace TestForge.Platform.Api;

/// <summary>Compresses JSON, but nothing of which a range may be asked for, and no answer that holds a secret: its length would tell of it.</summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["application/json", "application/problem+json"];
        });
        services.AddSingleton<IResponseCompressionProvider, AnswerCompression>();
    }

    public static void Use(WebApplication app) =>
        app.UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<SecretAnswer>() is null, branch => branch.UseResponseCompression());

    public override bool ShouldCompressResponse(HttpContext context) => !context.Response.Headers.ContainsKey("Accept-Ranges") && base.ShouldCompressResponse(context);
}
