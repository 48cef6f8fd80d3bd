namespace TestForge.Engine.Discovery.Api;

/// <summary>How many values of one body are looked at.</summary>
internal sealed class JsonBudget
{
    private int _left = 5_000;

    public bool Take() => _left-- > 0;
}
