using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Pipeline;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>A row that was made, changed or removed.</summary>
/// <param name="Subject">The kind of row, such as <c>project</c>.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Before">The values that changed as they were, as JSON; null for a new row.</param>
/// <param name="After">The same as they are now; null for one that is gone.</param>
internal sealed record AuditChange(string Subject, Guid SubjectId, string? Before, string? After)
{
    /// <summary>A longer value is kept as its length and hash: that it changed can be shown, and the log stays small.</summary>
    public const int LongestValue = 4_000;

    private const string Mask = "***";

    /// <summary>The change of an entry, or null when it is of no kind that is audited, or nothing changed.</summary>
    public static AuditChange? Of(EntityEntry entry)
    {
        if (!Attribute.IsDefined(entry.Metadata.ClrType, typeof(AuditedAttribute)))
        {
            return null;
        }

        PropertyEntry[] properties = [.. entry.Properties.Where(p => !p.Metadata.IsShadowProperty() && p.Metadata.ClrType != typeof(TenantId) && (entry.State != EntityState.Modified || p.IsModified))];
        var subject = JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Metadata.ClrType.Name);
        return entry.State switch
        {
            EntityState.Added => new(subject, IdOf(entry), null, Text(properties, p => p.CurrentValue)),
            EntityState.Modified when properties.Length > 0 => new(subject, IdOf(entry), Text(properties, p => p.OriginalValue), Text(properties, p => p.CurrentValue)),
            EntityState.Deleted => new(subject, IdOf(entry), Text(properties, p => p.OriginalValue), null),
            _ => null,
        };
    }

    private static Guid IdOf(EntityEntry entry) => entry.Property("Id").CurrentValue switch
    {
        Guid id => id,
        TenantId tenant => tenant.Value,
        var other => throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} has the id {other}, which is no Guid."),
    };

    private static string Text(PropertyEntry[] properties, Func<PropertyEntry, object?> value) => JsonSerializer.Serialize(
        properties.Where(p => value(p) is not null).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name), p => Shown(p.Metadata, value(p)!)),
        ArtifactJson.Compact);

    private static JsonElement Shown(IProperty property, object value)
    {
        if (property.PropertyInfo is { } info && (Attribute.IsDefined(info, typeof(MaskedAttribute)) || IsOfPerson(info)))
        {
            return JsonSerializer.SerializeToElement(Mask);
        }

        var json = JsonSerializer.SerializeToElement(value, value.GetType(), ArtifactJson.Compact);
        var text = json.GetRawText();
        return text.Length <= LongestValue
            ? json
            : JsonSerializer.SerializeToElement(new { length = text.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) });
    }

    // A log that cannot be changed must not hold what a person may have erased. Who it was the subject's id says, for as long as the person is there.
    private static bool IsOfPerson(PropertyInfo property) => property.GetCustomAttribute<PersonalDataAttribute>() is { Kind: PersonalKind.Contact or PersonalKind.Online };
}
