using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Live;

/// <summary>Evidence of a page, and what its names stand for.</summary>
internal sealed record LiveLook(PageEvidence Evidence, PageFacts Facts, IReadOnlyDictionary<string, int> Places)
{
    public FactsElement Element(string reference) => Facts.Elements[Places[reference]];

    /// <summary>The element as a field, where it is one of a form.</summary>
    public FormField? Field(string reference) => Facts.Forms.SelectMany(f => f.Fields).FirstOrDefault(f => f.Element == Places[reference])?.ToField(reference);

    /// <summary>The form that a click on the element sends.</summary>
    public FactsForm? SentBy(int place) => Facts.Forms.FirstOrDefault(f => f.Submit == place);

    /// <summary>The form that the element is a field of.</summary>
    public FactsForm? FormOf(string reference) => Facts.Forms.FirstOrDefault(f => f.Fields.Any(x => x.Element == Places[reference]));
}
