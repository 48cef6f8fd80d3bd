namespace TestForge.Engine.Reporting.Html;

/// <summary>What a box of the drawn map stands for.</summary>
internal enum MapItem
{
    Page,
    State,

    /// <summary>Stands for the brothers and sisters that are folded away.</summary>
    More,
}
