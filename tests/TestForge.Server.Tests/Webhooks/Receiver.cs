using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TestForge.Server.Tests.Webhooks;

/// <summary>Somebody's server that is told what happens, and answers as the test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<int> _answers;

    private Receiver(WebApplication app, IEnumerable<int> answers) => (_app, _answers) = (app, new(answers));

    public ConcurrentQueue<Received> All { get; } = new();

    /// <summary>Sent with answers of 429.</summary>
    public int RetryAfterSeconds { get; set; } = 7_200;

    public string Url => $"{_app.Urls.First()}/hook";

    /// <param name="answers">Status codes of the first answers; 204 after them.</param>
    public static async Task<Receiver> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new Receiver(app, answers);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Waits for so many messages.</summary>
    public async Task<IReadOnlyList<Received>> WaitAsync(int count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (All.Count < count)
        {
            await Task.Delay(50, limit.Token);
        }

        return [.. All];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        All.Enqueue(new(http.Request.Headers["webhook-id"].ToString(), http.Request.Headers["webhook-timestamp"].ToString(), http.Request.Headers["webhook-signature"].ToString(), body));
        http.Response.StatusCode = _answers.TryDequeue(out var status) ? status : 204;
        if (http.Response.StatusCode is 429)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (http.Response.StatusCode is 302)
        {
            http.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
        }
    }
}
