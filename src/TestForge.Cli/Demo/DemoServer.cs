using System.Collections.Specialized;
using System.Net;
using System.Text;
using System.Web;

namespace TestForge.Cli.Demo;

internal sealed class DemoServer : IAsyncDisposable
{
    private const string SessionCookie = "larkmoor_session";
    private const int LargestForm = 64 * 1024;

    private readonly HttpListener _listener;
    private readonly DemoSessions _sessions = new();
    private Task _loop = Task.CompletedTask;

    private DemoServer(HttpListener listener) => _listener = listener;

    public static DemoServer Start(HttpListener listener)
    {
        var server = new DemoServer(listener);
        server._loop = Task.Run(server.AcceptAsync);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (_listener.IsListening)
            {
                var context = await _listener.GetContextAsync();
                // Not awaited: a slow reader must not hold up the other visitors.
                _ = Task.Run(() => AnswerAsync(context));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closing the listener ends the wait for the next request this way.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var request = context.Request;
            var form = await ReadFormAsync(request);
            var response = form is null
                ? DemoResponse.Text(413, "The form is too large.")
                : Answer(new DemoRequest(
                    request.HttpMethod,
                    request.Url?.AbsolutePath ?? "/",
                    HttpUtility.ParseQueryString(request.Url?.Query ?? ""),
                    form,
                    _sessions,
                    _sessions.Find(request.Cookies[SessionCookie]?.Value)));
            await WriteAsync(context, response);
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The visitor has gone away, or the site is closing: nobody is left to answer.
            context.Response.Abort();
        }
    }

    private static DemoResponse Answer(DemoRequest request)
    {
        try
        {
            return DemoRoutes.Answer(request);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of one page is an answer of that page; unanswered, it would keep the visitor waiting.
            return DemoResponse.Text(500, e.Message);
        }
    }

    private static async Task<NameValueCollection?> ReadFormAsync(HttpListenerRequest request)
    {
        if (!request.HasEntityBody)
        {
            return [];
        }

        var buffer = new byte[LargestForm + 1];
        var length = await request.InputStream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
        return length > LargestForm ? null : HttpUtility.ParseQueryString(Encoding.UTF8.GetString(buffer, 0, length));
    }

    private static async Task WriteAsync(HttpListenerContext context, DemoResponse answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Location is { } location)
        {
            response.AddHeader("Location", location);
        }

        if (answer.SetSession is { } id)
        {
            response.AddHeader("Set-Cookie", $"{SessionCookie}={id}; Path=/; HttpOnly; SameSite=Lax");
        }

        var body = Encoding.UTF8.GetBytes(answer.Body);
        response.ContentLength64 = body.Length;
        if (context.Request.HttpMethod != "HEAD")
        {
            await response.OutputStream.WriteAsync(body);
        }

        response.Close();
    }
}
