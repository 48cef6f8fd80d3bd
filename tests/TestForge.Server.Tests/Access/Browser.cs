using System.Net;
using System.Text.RegularExpressions;

namespace TestForge.Server.Tests.Access;

/// <summary>A browser without scripts: keeps cookies, follows nothing by itself, and sends the forms that a page has.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(ServerRig server)
    {
        Cookies = new();
        _client = new(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = server.Client.BaseAddress };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("TestBrowser/1");
    }

    public CookieContainer Cookies { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), Token);
        return await Answer.OfAsync(response);
    }

    /// <summary>Sends the form of a page, with its hidden fields and what a person types.</summary>
    public async Task<Answer> SubmitAsync(Answer page, params (string Name, string Value)[] typed)
    {
        var fields = Hidden().Matches(page.Body).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return await PostAsync(WebUtility.HtmlDecode(Action().Match(page.Body).Groups[1].Value), fields);
    }

    public async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await _client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content, Token);
        return await Answer.OfAsync(response);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">")]
    private static partial Regex Action();
}
