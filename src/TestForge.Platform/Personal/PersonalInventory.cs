using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TestForge.Platform.Personal;

/// <summary>What is, or may be, data of persons in the database, read from the model.</summary>
internal static class PersonalInventory
{
    /// <summary>Columns of which nobody has said whether they hold data of persons.</summary>
    public static IEnumerable<string> Unsaid(IModel model) =>
        Columns(model).Where(c => c.Property.GetCustomAttribute<PersonalDataAttribute>() is null && c.Property.GetCustomAttribute<NotPersonalAttribute>() is null && c.Entity.ClrType.GetCustomAttribute<NotPersonalAttribute>() is null)
            .Select(c => $"{c.Entity.ClrType.Name}.{c.Property.Name}");

    /// <summary>The inventory as it stands in the docs.</summary>
    public static string Text(IModel model)
    {
        var text = new StringBuilder("""
            # Personal data

            What the database holds of persons, by table and column. Made from the model, where each column of text says what it is; a test fails for one that does not.

            | Kind | Meaning |
            | --- | --- |
            | contact | a name or an e-mail address. Never in the audit log |
            | online | an address of a network. In the audit log it can be erased without breaking the log |
            | free text | words that people wrote, which may be about people; nothing asks for it |
            | observed | what an application under test showed, which may show people's data |

            | Table | Column | Kind | Kept for |
            | --- | --- | --- | --- |

            """);
        foreach (var (entity, property) in Columns(model))
        {
            if (property.GetCustomAttribute<PersonalDataAttribute>() is { } personal)
            {
                text.Append("| ").Append(entity.GetTableName()).Append(" | ").Append(entity.FindProperty(property.Name)!.GetColumnName()).Append(" | ").Append(Word(personal.Kind)).Append(" | ").Append(personal.Purpose).Append(" |\n");
            }
        }

        return text.Append("""

            ## Beside the database

            | Where | What | How long |
            | --- | --- | --- |
            | folders of runs | pictures, reports and site maps of applications under test; encrypted | as the run |
            | `history/` of a tenant | results of earlier runs by case, and fingerprints of elements; in clear | as the tenant |
            | `claude/` and Redis | questions to the language model are not kept; answers are | 30 days |
            | logs | ids of ours, and messages of failures | as the operator sets |

            ## No personal data

            | Table | Column | What it is |
            | --- | --- | --- |

            """).Append(string.Concat(Columns(model).Select(c => (c.Entity, c.Property, Said: c.Property.GetCustomAttribute<NotPersonalAttribute>())).Where(c => c.Said is not null)
                .Select(c => $"| {c.Entity.GetTableName()} | {c.Entity.FindProperty(c.Property.Name)!.GetColumnName()} | {c.Said!.What} |\n"))).ToString();
    }

    // Ids, times, numbers and words of an enum hold no text.
    private static IEnumerable<(IEntityType Entity, PropertyInfo Property)> Columns(IModel model) =>
        from entity in model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal)
        from property in entity.GetProperties()
        where property.PropertyInfo is not null && !IsPlain(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
        select (entity, property.PropertyInfo);

    private static bool IsPlain(Type type) => type.IsEnum || type == typeof(Guid) || type == typeof(Tenancy.TenantId) || type == typeof(DateTimeOffset) || type == typeof(bool) || type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal);

    private static string Word(PersonalKind kind) => kind == PersonalKind.FreeText ? "free text" : kind.ToString().ToLowerInvariant();
}
