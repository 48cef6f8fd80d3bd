using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Pages;

/// <summary>Forms that only our own pages can send.</summary>
internal static class Forms
{
    private const int MostFields = 20;

    /// <summary>The hidden field that every form has.</summary>
    public static Html TokenFor(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return Html.Of($"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\">");
    }

    /// <summary>What was sent, or null when it is no form or none of our pages sent it.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        try
        {
            if (!http.Request.HasFormContentType || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                return null;
            }

            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form.Count > MostFields ? null : form;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or InvalidOperationException)
        {
            return null;
        }
    }

    public static HtmlPage Stale() =>
        new("Please try again", Html.Of($"<p>The page was open for too long, or cookies are off. Go back, load it again, and send it once more.</p>"), StatusCodes.Status400BadRequest);

    /// <summary>Where to go after signing in: a path of ours and nothing else.</summary>
    public static string SafeReturn(string? path) =>
        path is { Length: > 1 and < 4_000 } && (path.StartsWith("/connect/", StringComparison.Ordinal) || path.StartsWith("/account", StringComparison.Ordinal)) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : "/account";
}
