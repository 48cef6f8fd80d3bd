using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TestForge.Platform.Pages;

/// <summary>A whole page, without scripts, that loads nothing, is shown in no frame and is kept nowhere.</summary>
/// <param name="title">Plain text.</param>
/// <param name="content">What is on it.</param>
/// <param name="status">HTTP status.</param>
/// <param name="formTarget">Where its form may lead besides this server, such as a program that waits for a code.</param>
internal sealed class HtmlPage(string title, Html content, int status = StatusCodes.Status200OK, string? formTarget = null) : IResult, IStatusCodeHttpResult
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1c2430}
        main{max-width:26rem;margin:8vh auto;padding:2rem;background:#fff;border:1px solid #d9dde3;border-radius:8px}
        h1{font-size:1.35rem;margin:0 0 1rem}label{display:block;margin:.9rem 0 .25rem;font-weight:600}
        input{box-sizing:border-box;width:100%;padding:.55rem;font:inherit;border:1px solid #6b7686;border-radius:5px}
        button,a.button{display:inline-block;margin:1.2rem .5rem 0 0;padding:.55rem 1.1rem;font:inherit;font-weight:600;color:#fff;background:#1d4ed8;border:1px solid #1d4ed8;border-radius:5px;text-decoration:none;cursor:pointer}
        button.plain{color:#1c2430;background:#fff;border-color:#6b7686}
        .error{padding:.6rem .8rem;background:#fdecec;border:1px solid #b42318;border-radius:5px;color:#7a1610}
        .hint{color:#4a5565;font-size:.9rem}ul{padding-left:1.2rem}
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self'{(formTarget is null ? "" : " " + formTarget)}; frame-ancestors 'none'; base-uri 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        var page = Html.Of($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – TestForge</title><style>{new Html(Style)}</style></head><body><main><h1>{title}</h1>{content}</main></body></html>");
        return response.WriteAsync(page.Text, httpContext.RequestAborted);
    }
}
