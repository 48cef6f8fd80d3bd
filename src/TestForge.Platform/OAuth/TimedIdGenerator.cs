using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace TestForge.Platform.OAuth;

/// <summary>Version-7 ids, as everywhere, for rows that a library makes.</summary>
internal sealed class TimedIdGenerator : ValueGenerator<Guid>
{
    public override bool GeneratesTemporaryValues => false;

    public override Guid Next(EntityEntry entry) => Guid.CreateVersion7();
}
