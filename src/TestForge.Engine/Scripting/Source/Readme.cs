using System.Globalization;
using TestForge.Engine.Scripting.Naming;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Writes the README of a generated project.</summary>
internal static class Readme
{
    public static string Write(string folder, string file, NamedPlan names, PlanUse use) => Template.Read(
        folder,
        file,
        ("origin", names.Plan.Target.GetLeftPart(UriPartial.Authority)),
        ("cases", Count(names.Plan.Cases.Count, "test")),
        ("features", Count(names.Features.Count, "feature")),
        ("tag", names.Plan.Cases.SelectMany(CaseTags.Of).FirstOrDefault("smoke")),
        ("variables", string.Concat(use.Variables.Select(v => $"| `{v}` | a value the tests fill in; required |\n"))));

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
