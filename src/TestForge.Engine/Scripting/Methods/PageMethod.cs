using TestForge.Engine.Scripting.Naming;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Methods;

/// <summary>Steps that cases take on a page, as one method of its page object: fields filled in and the button that uses them.</summary>
/// <param name="Page">The page.</param>
/// <param name="Name">What the button says it does, in Pascal case: <c>SendMessage</c>.</param>
/// <param name="DataType">Name of the type of its data, unique in the plan; used when there are several fields.</param>
/// <param name="Fields">In the order in which they are filled in.</param>
/// <param name="Last">The click or key that ends it.</param>
/// <param name="Calls">How many cases use it.</param>
internal sealed record PageMethod(NamedPage Page, string Name, string DataType, IReadOnlyList<MethodField> Fields, StepAction Last, int Calls)
{
    /// <summary>A single value is passed as it is.</summary>
    public bool TakesOneValue => Fields.Count == 1 && !Fields[0].Optional;

    /// <summary>Whether the values most cases use are kept beside the method, so that a case says only what differs.</summary>
    public bool HasUsualData => !TakesOneValue && Calls > 1 && Fields.All(f => f.Usual is not null);
}
