using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Tests.Claude;

internal sealed record PageAction
{
    public required string Element { get; init; }

    [Range(0, 3)]
    public required int Risk { get; init; }
}
