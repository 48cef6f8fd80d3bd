namespace TestForge.Engine.Claude.Transport;

/// <summary>Ends a call at a response that is no answer, while its headers are still there: the SDK's exceptions lack them.</summary>
internal sealed class FailedResponses : DelegatingHandler
{
    private const int MaxBody = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            var bytes = new byte[MaxBody];
            var length = await content.ReadAtLeastAsync(bytes, MaxBody, throwOnEndOfStream: false, cancellationToken);
            throw ServiceError.From((int)response.StatusCode, response.Headers, System.Text.Encoding.UTF8.GetString(bytes, 0, length));
        }
    }
}
