using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>A plan whose every text tries to break out of where it is written.</summary>
internal static class HostilePlan
{
    public static readonly string[] Texts =
    [
        "'; process.exit(1); //", "\"; Environment.Exit(1); //", "`${process.exit(1)}`", "*/ process.exit(1) /*", "\\", "\\u0027", "line\nbreak\r\nand\u2028more\u2029and\u0085that",
        "ends with \\", "{{origin}} {0} ${env:lower}", "\u202Eright to left", "שלום עולם", "登录", "😀👩‍👩‍👧", "\uD800 alone", "\0 null", "<b>&amp;\"</summary>", "!!!", "   ", "",
        "constructor", "class", "page", "then", "await", "Open", "ToString", "404", "@ts-nocheck", "#if false", "-->", "__proto__", "Home", "Home", "HOME", "höme",
    ];

    public static TestPlan Of(Uri target) => new()
    {
        Target = target,
        Features = [.. Texts.Select((t, i) => new TestFeature(i < 4 ? $"../{t}" : $"f{i}", t, $"Scenario: {t}"))],
        Pages = [.. Texts.Select((t, i) => new PlanPage($"p{i}", t, "/" + t.Trim()))],
        Elements = [.. Texts.SelectMany((t, i) => Texts.Select((u, j) => Element($"e{i}.{j}", $"p{i}", u, j)))],
        Cases =
        [
            .. Texts.Select((t, i) => new TestCase
            {
                Id = $"case-{i} {t}",
                Title = t,
                FeatureId = i < 4 ? $"../{t}" : $"f{i}",
                Technique = t,
                Why = t,
                Tags = [t],
                Anonymous = i % 3 == 0,
                Steps = [.. Steps(t, i)],
            }),
            .. Texts.Select((t, i) => new TestCase { Id = $"same-{i}", Title = i % 2 == 0 ? "same" : t, FeatureId = "f5", Technique = "t", Steps = [.. Steps(t, i)] }),
        ],
    };

    private static PlanElement Element(string id, string pageId, string text, int kind) => new(
        id,
        pageId,
        text,
        new()
        {
            Kind = (LocatorKind)(kind % 8),
            Value = (LocatorKind)(kind % 8) == LocatorKind.Role ? "button" : text,
            Name = text,
            Within = kind % 5 == 0 ? new() { Kind = LocatorKind.Css, Value = text } : null,
            Nth = kind % 7 == 0 ? kind : null,
            Frames = kind % 6 == 0 ? [text, text] : [],
        },
        new() { Tag = "button" });

    private static IEnumerable<TestStep> Steps(string text, int i)
    {
        StepAction[] actions =
        [
            new StepAction.Navigate(text), new StepAction.Click($"e{i}.0"), new StepAction.Fill($"e{i}.1", text + "${env:NAME}" + text), new StepAction.Choose($"e{i}.2", text),
            new StepAction.SetChecked($"e{i}.3", false), new StepAction.Press($"e{i}.4", text), new StepAction.ExpectUrl(text), new StepAction.ExpectTitle(text),
            new StepAction.ExpectText($"e{i}.5", text), new StepAction.ExpectPageText(text), new StepAction.ExpectValue($"e{i}.6", text), new StepAction.ExpectHeader(text, text),
            new StepAction.ExpectLinksResolve(Texts), new StepAction.ExpectConsoleClean(Texts), new StepAction.ExpectRequestsSucceed(Texts), new StepAction.ExpectAccessible(Texts, Texts),
            new StepAction.ExpectInvalid($"e{i}.7"), new StepAction.ExpectVisible($"e{i}.8"), new StepAction.Resize(1, 1), new StepAction.ExpectStatus(200),
            new StepAction.ExpectNoMixedContent(), new StepAction.ExpectFitsViewport(), new StepAction.ExpectWebVitals(1, 2, 0.5), new StepAction.DoubleClick($"e{i}.0"),
            new StepAction.ExpectAnswer(text, text, 200, [text]), new StepAction.ExpectAnswer(text, text, 200, Texts),
            new StepAction.ExpectPicture($"e{i}.8", text, Texts), new StepAction.ExpectPicture($"e{i}.8", text, []),
        ];
        return actions.Select(a => new TestStep(a.IsCheck ? StepKeyword.Then : StepKeyword.When, text, a));
    }
}
