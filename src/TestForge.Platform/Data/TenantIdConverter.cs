using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

internal sealed class TenantIdConverter() : ValueConverter<TenantId, Guid>(id => id.Value, value => new TenantId(value));
