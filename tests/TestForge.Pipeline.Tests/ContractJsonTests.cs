using System.Reflection;
using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests;

public sealed class ContractJsonTests
{
    [Fact]
    public void Every_kind_of_step_survives_being_written_and_read()
    {
        var kinds = typeof(StepAction).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(StepAction))).ToArray();
        kinds.Length.ShouldBeGreaterThan(15);
        foreach (var kind in kinds)
        {
            var action = (StepAction)kind.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single().Invoke(
                [.. kind.GetConstructors().Single().GetParameters().Select(p => Sample(p.ParameterType))]);

            var json = JsonSerializer.Serialize(action, ArtifactJson.Compact);
            var back = JsonSerializer.Deserialize<StepAction>(json, ArtifactJson.Compact);

            back.ShouldBeOfType(kind);
            JsonSerializer.Serialize(back, ArtifactJson.Compact).ShouldBe(json);
        }
    }

    [Fact]
    public void A_check_is_told_from_an_action_of_the_user()
    {
        new StepAction.ExpectUrl("/").IsCheck.ShouldBeTrue();
        new StepAction.Click("p1.e1").IsCheck.ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_kind_of_step_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<StepAction>("""{"kind":"explode"}""", ArtifactJson.Compact));

    [Theory]
    [InlineData(LocatorKind.Role, "button", "Don't", "getByRole('button', { name: 'Don\\'t', exact: true })")]
    [InlineData(LocatorKind.TestId, "pay", null, "getByTestId('pay')")]
    [InlineData(LocatorKind.Css, "#a > b", null, "locator('#a > b')")]
    public void Locators_read_as_playwright_writes_them(LocatorKind kind, string value, string? name, string expected) =>
        new LocatorSpec { Kind = kind, Value = value, Name = name }.ToString().ShouldBe(expected);

    [Fact]
    public void Frames_and_scopes_come_before_the_element()
    {
        var locator = new LocatorSpec
        {
            Kind = LocatorKind.Role,
            Value = "link",
            Name = "Help",
            Within = new() { Kind = LocatorKind.Role, Value = "navigation" },
            Frames = ["#outer"],
            Nth = 2,
        };

        locator.ToString().ShouldBe("frameLocator('#outer').getByRole('navigation').getByRole('link', { name: 'Help', exact: true }).nth(2)");
    }

    private static object Sample(Type type) =>
        type == typeof(string) ? "text \u2028 ünï 😀"
        : type == typeof(int) ? 42
        : type == typeof(double) ? 0.25
        : type == typeof(bool) ? true
        : type == typeof(DateBound) ? DateBound.Latest
        : typeof(IReadOnlyList<string>).IsAssignableFrom(type) ? (string[])["a", "b"]
        : throw new InvalidOperationException($"No sample for {type}.");
}
