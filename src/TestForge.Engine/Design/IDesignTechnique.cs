namespace TestForge.Engine.Design;

/// <summary>A rule that proposes cases from what discovery found. Pure: it looks at the map and nothing else.</summary>
internal interface IDesignTechnique
{
    string Name { get; }

    IEnumerable<CaseDraft> Draft(DesignContext context);
}
