using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Browser;

public sealed class RunVariablesTests
{
    [Fact]
    public void References_are_resolved_by_what_the_run_was_given_and_by_nothing_else()
    {
        var variables = new RunVariables(new Dictionary<string, string> { ["USER"] = "ann" }.GetValueOrDefault);

        variables.Resolve("${env:USER}@shop.example").ShouldBe("ann@shop.example");
        Should.Throw<StageException>(() => variables.Resolve("${env:PATH}")).Code.ShouldBe("step.variable_missing");
    }

    [Fact]
    public void A_value_that_looks_like_a_reference_is_not_resolved_again() =>
        new RunVariables(name => name == "A" ? "${env:B}" : "secret").Resolve("${env:A}").ShouldBe("${env:B}");
}
