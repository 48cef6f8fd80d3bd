using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Budgets;

namespace TestForge.Engine.Claude.Auditing;

/// <summary>A line a call, in one file a month.</summary>
internal sealed class AuditLog(IOptions<ClaudeOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task WriteAsync(AuditLine line)
    {
        if (options.Value.Folder is not { } folder)
        {
            return;
        }

        var kept = options.Value.AuditContent ? line : line with { Request = null, Answer = null };
        var path = Path.Combine(folder, $"audit-{line.At.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}.jsonl");
        await using var file = await SharedFile.OpenAsync(path, CancellationToken.None);
        SharedFile.Append(file, file.Length, [.. JsonSerializer.SerializeToUtf8Bytes(kept, Json), (byte)'\n']);
    }
}
