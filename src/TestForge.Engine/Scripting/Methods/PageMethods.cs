using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Methods;

/// <summary>The methods of a plan's page objects: what cases do on a page to one end is written once.</summary>
internal sealed class PageMethods
{
    private static readonly string[] Endings = ["Button", "Link", "Field", "List", "Checkbox", "Element", "Box"];

    private readonly Dictionary<(string CaseId, int Start), MethodCall> _calls = [];
    private readonly ILookup<NamedPage, PageMethod> _methods;

    public PageMethods(NamedPlan names)
    {
        var types = new UniqueNames([.. names.Pages.Select(p => p.ClassName), "CaseValues", "Settings"]);
        var methods = new List<PageMethod>();
        foreach (var onPage in names.Plan.Cases.SelectMany(c => MethodUse.Of(c, names)).GroupBy(u => u.Page))
        {
            var members = new UniqueNames([.. NamedPlan.ReservedMembers, .. onPage.Key.Elements.Select(e => e.Member), onPage.Key.ClassName]);
            foreach (var uses in onPage.GroupBy(u => u.Last))
            {
                var name = members.Take(NameOf(names.Find(uses.Key.Element!).Element, "Submit"));
                members.Take(name + "Data");
                var type = types.Take(onPage.Key.ClassName[..^"Page".Length] + name + "Data");
                methods.Add(MethodOf(name, type, [.. uses], names));
            }
        }

        _methods = methods.ToLookup(m => m.Page);
    }

    public IEnumerable<PageMethod> Of(NamedPage page) => _methods[page];

    /// <summary>The call that begins at a step of a case; null when none does.</summary>
    public MethodCall? At(TestCase testCase, int step) => _calls.GetValueOrDefault((testCase.Id, step));

    private PageMethod MethodOf(string name, string type, MethodUse[] uses, NamedPlan names)
    {
        var order = new List<(string Element, Type Kind)>();
        var fitting = uses.Where(u => Joins(order, [.. u.Fields.Select(f => (f.Element!, f.GetType()))])).ToArray();
        var fields = new UniqueNames(["Page", "Values"]);
        var method = new PageMethod(fitting[0].Page, name, type, [.. order.Select(FieldOf)], fitting[0].Last, fitting.Length);
        foreach (var use in fitting)
        {
            _calls[(use.Case.Id, use.Start)] = new(method, use.Steps);
        }

        return method;

        MethodField FieldOf((string Element, Type Kind) key)
        {
            var values = fitting.Select(u => u.Fields.FirstOrDefault(f => f.Element == key.Element && f.GetType() == key.Kind)).ToArray();
            var usual = values.OfType<StepAction>().GroupBy(v => v).OrderByDescending(g => g.Count()).First().Key;
            var element = names.Find(key.Element).Element;
            return new(element, key.Kind, fields.Take(NameOf(element, "Value")), values.Contains(null), IsShared(usual) ? usual : null);
        }
    }

    /// <summary>Adds a case's fields to the order so far, unless the case goes through them in another order.</summary>
    private static bool Joins(List<(string, Type)> order, (string, Type)[] fields)
    {
        var known = fields.Where(order.Contains).Select(f => order.IndexOf(f)).ToArray();
        if (known.Zip(known.Skip(1)).Any(p => p.First >= p.Second))
        {
            return false;
        }

        var at = 0;
        foreach (var field in fields)
        {
            if (order.IndexOf(field) is var found and >= 0)
            {
                at = found + 1;
            }
            else
            {
                order.Insert(at++, field);
            }
        }

        return true;
    }

    // A secret is read where it is used, and what a test has noted is known to that test alone.
    private static bool IsShared(StepAction action) =>
        action is not StepAction.Fill fill || (!ReferenceText.Variables(fill.Value).Any() && !fill.Value.Contains("${noted:", StringComparison.Ordinal));

    private static string NameOf(NamedElement element, string otherwise)
    {
        var ending = Endings.FirstOrDefault(e => element.Member.EndsWith(e, StringComparison.Ordinal));
        var name = ending is null ? element.Member : element.Member[..^ending.Length];
        return name.Length == 0 ? otherwise : name;
    }
}
