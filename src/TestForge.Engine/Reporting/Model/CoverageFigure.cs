using System.Text.Json.Serialization;

namespace TestForge.Engine.Reporting.Model;

internal sealed record CoverageFigure(int Covered, int Total)
{
    [JsonIgnore]
    public double Share => Total == 0 ? 0 : (double)Covered / Total;
}
