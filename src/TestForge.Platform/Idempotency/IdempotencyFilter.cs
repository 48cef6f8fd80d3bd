using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Idempotency;

/// <summary>Gives the first answer again when a POST with the same Idempotency-Key comes again. Failures are not kept: they may be mended.</summary>
internal sealed class IdempotencyFilter : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var values))
        {
            return await next(context);
        }

        var key = values.ToString();
        if (key.Length is 0 or > IdempotencyRecord.KeyLength || key.Any(c => c is < '!' or > '~'))
        {
            return IdempotencyErrors.BadKey();
        }

        var db = http.RequestServices.GetRequiredService<PlatformDb>();
        var caller = Caller.Of(http.User);
        var request = await HashAsync(http.Request, http.RequestAborted);
        var secret = http.GetEndpoint()?.Metadata.GetMetadata<SecretAnswer>() is not null;
        if (await db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(r => r.ApiKeyId == caller && r.Key == key, http.RequestAborted) is { } known)
        {
            return known.Request != request ? IdempotencyErrors.KeyReused() : secret ? IdempotencyErrors.AnswerWasSecret() : new StoredAnswer(known, again: true);
        }

        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var record = new IdempotencyRecord
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            TenantId = http.RequestServices.GetRequiredService<TenantContext>().Current,
            ApiKeyId = caller,
            Key = key,
            Request = request,
            CreatedAt = clock.GetUtcNow(),
            Status = 0,
            Body = "",
        };
        db.IdempotencyRecords.Add(record);
        try
        {
            // Written first: the same request at the same time waits here, and then sees that it is the second.
            await db.SaveChangesAsync(http.RequestAborted);
        }
        catch (DbUpdateException)
        {
            return IdempotencyErrors.InProgress();
        }

        var result = await next(context);
        return UnitOfWorkFilter.Failed(result) || result is not IResult answer ? result : await KeepAsync(http, db, record, answer, secret);
    }

    private static async Task<StoredAnswer> KeepAsync(HttpContext http, PlatformDb db, IdempotencyRecord record, IResult answer, bool secret)
    {
        var body = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        try
        {
            await answer.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var text = Encoding.UTF8.GetString(written.ToArray());
        record.Status = http.Response.StatusCode;
        record.Location = http.Response.Headers.Location;
        record.ETag = http.Response.Headers.ETag;
        record.Body = secret ? "" : text;
        await db.SaveChangesAsync(http.RequestAborted);
        return new(record, again: false) { Body = text };
    }

    private static async Task<string> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        request.Body.Position = 0;
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
