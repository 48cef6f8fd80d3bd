namespace TestForge.Bench.TodoMvc;

/// <summary>What came of the parts of one implementation on another.</summary>
internal sealed class TodoPair
{
    /// <summary>Parts that both have and the product sees in both.</summary>
    public int Parts { get; set; }

    /// <summary>Of these, those whose locator finds them as it is.</summary>
    public int Unbroken { get; set; }

    /// <summary>Of these, those whose locator finds another element alone: nothing fails there that could be healed.</summary>
    public int Mistaken { get; set; }

    public int Right { get; set; }

    public int Wrong { get; set; }

    public int Abstained { get; set; }

    public int Broken => Right + Wrong + Abstained;
}
