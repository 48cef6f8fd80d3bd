using TestForge.Pipeline;
using static TestForge.Pipeline.StepAction;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>A shop as a run would leave it: everything a report can show occurs at least once.</summary>
internal static class SampleShop
{
    private static readonly (string Id, string Path, string Title, double Load)[] PageList =
    [
        ("p1", "/", "Hearth & Home: things that last", 640), ("p2", "/kitchen", "Kitchen", 810), ("p3", "/kitchen/kettle", "Copper kettle", 720),
        ("p4", "/cart", "Your cart", 390), ("p5", "/checkout", "Checkout", 1240), ("p6", "/sign-in", "Sign in", 310),
        ("p7", "/register", "Create an account", 355), ("p8", "/contact", "Contact us", 420), ("p9", "/journal", "Journal", 2380),
        ("p10", "/journal/cast-iron", "How to look after cast iron", 1910), ("p11", "/returns", "Returns", 280), ("p12", "/stores", "Find a store", 3120),
    ];

    public static ReportRun Rich(MemoryStore store, IReadOnlyList<byte[]> pictures)
    {
        var plan = Plan();
        var run = new ReportRun { Store = store, Site = Site(store, pictures), Plan = plan };
        run.Results.Add(new() { Backend = "in-process", Browser = "Chromium 156.0", Cases = [.. plan.Cases.Select((c, i) => Result(c, i, store, pictures))] });
        run.Heals.Add(Heal());
        run.Heals.Add(Ambiguous());
        run.Results.Add(new()
        {
            Backend = "in-process",
            Browser = "Chromium 156.0",
            Cases = [new("cart-quantity", Verdict.Healed, [Pass(plan.Cases.First(c => c.Id == "cart-quantity"), 1, 41) with { HealedElements = ["p4.e2"] }])],
        });
        return run;
    }

    public static ReportRun Green(MemoryStore store, IReadOnlyList<byte[]> pictures)
    {
        var plan = Plan() with { Findings = [], Dropped = [] };
        var run = new ReportRun { Store = store, Site = Site(store, pictures) with { Skipped = [] }, Plan = plan };
        run.Results.Add(new() { Backend = "in-process", Browser = "Chromium 156.0", Cases = [.. plan.Cases.Select((c, i) => new CaseResult(c.Id, Verdict.Passed, [Pass(c, 1, i)]))] });
        return run;
    }

    public static SiteMap Site(MemoryStore store, IReadOnlyList<byte[]> pictures) => new()
    {
        Target = new("https://shop.example/"),
        Pages =
        [
            .. PageList.Select((p, i) => new SitePage
            {
                Id = p.Id,
                Url = "https://shop.example" + p.Path,
                Title = p.Title,
                Status = 200,
                ResponseMilliseconds = p.Load / 4,
                LoadMilliseconds = p.Load,
                Depth = i == 0 ? 0 : 1,
                Elements = [Element($"{p.Id}.e1", "link", "Cart"), Element($"{p.Id}.e2", "button", "Send")],
                Forms = p.Id is "p4" or "p5" or "p6" or "p7" or "p8"
                    ? [new() { Id = $"{p.Id}.f1", Name = p.Title, Fields = [new() { ElementId = $"{p.Id}.e3", Label = "Email" }], SubmitElementId = $"{p.Id}.e2" }]
                    : [],
                Console = p.Id == "p12" ? [new("error", "Uncaught TypeError: map is undefined", "https://shop.example/stores.js:14")] : [],
                FailedRequests = p.Id == "p12" ? [new("https://shop.example/api/stores", "GET", 502, "Bad Gateway")] : [],
                Screenshot = pictures.Count == 0 ? null : store.Put(ArtifactKinds.Screenshot, pictures[i % pictures.Count]),
            }),
            new() { Id = "p13", Url = "https://shop.example/gift-cards", Title = "", Outcome = PageOutcome.HttpError, Status = 500, OutcomeDetail = "The server answered 500 Internal Server Error." },
        ],
        Transitions = [.. PageList.Skip(1).Select(p => new SiteTransition("p1", p.Id, "p1.e" + p.Id[1..], "click")), new("p4", "p5", "p4.e2", "submit")],
        Skipped =
        [
            new("https://social.example/hearth", "out-of-scope", "Another origin than https://shop.example."),
            new("Button “Delete account”", "destructive", "Its name says that it deletes something.", "p7"),
            new("https://shop.example/catalogue.pdf", "not-a-document", "The answer is application/pdf."),
        ],
        Stats = new(31, 18, 0, 21_400),
    };

    private static TestPlan Plan()
    {
        TestCase[] cases =
        [
            Case("checkout-valid", "checkout", "Checkout with valid details shows the confirmation", 94, "p5", "An order that cannot be placed is lost money.", new Fill("p5.e3", "ada@example.org"), new Click("p5.e2"), new ExpectPageText("Thank you for your order")),
            Case("cart-quantity", "checkout", "Changing the quantity updates the total", 88, "p4", "A wrong total is charged to a customer.", new Fill("p4.e3", "2"), new Click("p4.e2"), new ExpectPageText("€ 118.00")),
            Case("sign-in-wrong", "account", "Signing in with a wrong password shows an error", 82, "p6", "Silent failure leaves users stuck.", new Fill("p6.e3", "ada@example.org"), new Click("p6.e2"), new ExpectPageText("Email or password is wrong")),
            Case("register-email-missing", "account", "Registering without an email is refused", 74, "p7", "An account without an address cannot be recovered.", new Click("p7.e2"), new ExpectInvalid("p7.e3")),
            Case("stores-console", "health", "The store finder reports no console errors", 61, "p12", "An error in the console is a broken feature somebody will find.", new Navigate("/stores"), new ExpectConsoleClean([])),
            Case("contact-send", "contact", "Sending a message confirms it", 58, "p8", "Questions that never arrive are never answered.", new Fill("p8.e3", "Hello"), new Click("p8.e2"), new ExpectPageText("We will answer within a day")),
            Case("search-hit", "catalogue", "Searching for “kettle” finds the copper kettle", 55, "p2", "What cannot be found is not bought.", new Navigate("/kitchen?q=kettle"), new ExpectPageText("Copper kettle")),
            .. PageList.Take(8).Select((p, i) => Case($"smoke-{p.Id}", "smoke", $"{p.Title} opens and shows its heading", 50 - i, p.Id, "A page that does not open stops everything behind it.", new Navigate(p.Path), new ExpectStatus(200), new ExpectTitle(p.Title))),
            Case("responsive-home", "health", "The start page fits a phone", 22, "p1", "More than half of the visitors use one.", new Resize(390, 844), new ExpectFitsViewport()),
        ];
        return new()
        {
            Target = new("https://shop.example/"),
            Features =
            [
                new("checkout", "Cart and checkout", "Everything between choosing a thing and paying for it."), new("account", "Sign in and accounts", "Who may come in, and what they are told when they may not."),
                new("catalogue", "Finding products", "Browsing, searching and product pages."), new("contact", "Contact", "Reaching the people behind the shop."),
                new("smoke", "Every page opens", "The least one can ask of a site."), new("health", "Technical health", "Console, network, layout."),
            ],
            Cases = cases,
            Pages = [.. PageList.Select(p => new PlanPage(p.Id, p.Title, p.Path))],
            Elements =
            [
                .. PageList.Select(p => new PlanElement($"{p.Id}.e2", p.Id, "Send button", new() { Kind = LocatorKind.Role, Value = "button", Name = "Send" }, Element("", "button", "Send").Print)),
                .. PageList.Select(p => new PlanElement($"{p.Id}.e3", p.Id, "Email field", new() { Kind = LocatorKind.Label, Value = "Email" }, Element("", "textbox", "Email").Print)),
            ],
            Findings = SampleFindings.All,
            Dropped =
            [
                new("Hearth & Home: things that last opens and shows its heading", "Then the text “12 people are looking at this” is visible", "The first visit showed 12, the second 9."),
                new("Journal opens and shows its heading", "Then the title is “Journal (3 new)”", "The title was “Journal (3 new)” and then “Journal (4 new)”."),
            ],
        };
    }

    private static TestCase Case(string id, string feature, string title, double risk, string page, string why, params StepAction[] actions) => new()
    {
        Id = id,
        Title = title,
        FeatureId = feature,
        Technique = "forms",
        Risk = risk,
        Why = why,
        PageIds = [page],
        Steps =
        [
            new(StepKeyword.Given, $"I am on the page “{PageList.First(p => p.Id == page).Title}”", new Navigate("/")),
            .. actions.Select(a => new TestStep(a.IsCheck ? StepKeyword.Then : StepKeyword.When, Say(a), a)),
        ],
    };

    private static string Say(StepAction action) => action switch
    {
        Fill f => $"I fill the field with “{f.Value}”",
        Click => "I press “Send”",
        Navigate n => $"I open {n.Path}",
        Resize r => $"the window is {r.Width} × {r.Height}",
        ExpectPageText t => $"I see “{t.Text}”",
        ExpectTitle t => $"the title is “{t.Title}”",
        ExpectStatus s => $"the answer has status {s.Status}",
        ExpectInvalid => "the field “Email” is refused",
        ExpectConsoleClean => "the console shows no errors",
        _ => "the page is not wider than the window",
    };

    private static CaseResult Result(TestCase test, int index, MemoryStore store, IReadOnlyList<byte[]> pictures)
    {
        ArtifactRef[] evidence = pictures.Count == 0 ? [] : [store.Put(ArtifactKinds.Screenshot, pictures[^1]), store.Put(ArtifactKinds.Trace, [1, 2, 3, 4])];
        Attempt Fail(int number, Failure failure) => Pass(test, number, index) with
        {
            Passed = false,
            Failure = failure,
            Evidence = evidence,
            Steps = [.. Enumerable.Range(0, failure.StepIndex + 1).Select(i => new StepResult(i, i < failure.StepIndex, 120 + 40 * i))],
            Console = [new("error", "POST https://shop.example/api/orders 500 (Internal Server Error)", "https://shop.example/checkout.js:88")],
            FailedRequests = [new("https://shop.example/api/orders", "POST", 500, "Internal Server Error")],
        };
        return test.Id switch
        {
            "checkout-valid" => new(test.Id, Verdict.Failed, [.. Enumerable.Range(1, 2).Select(n => Fail(n, new(FailureClass.Assertion, 3, "The confirmation did not appear within 5 seconds; the page shows an error instead.", "Thank you for your order", "Something went wrong. Please try again.")))]),
            "stores-console" => new(test.Id, Verdict.Failed, [Fail(1, new(FailureClass.Assertion, 2, "The console showed an error that was not there when the test was designed.", "no errors", "Uncaught TypeError: map is undefined"))]),
            "register-email-missing" => new(test.Id, Verdict.Failed, [Fail(1, new(FailureClass.LocatorDrift, 1, "No element matches the “Send button” any more.", ElementId: "p7.e2"))]),
            "cart-quantity" => new(test.Id, Verdict.Failed, [Fail(1, new(FailureClass.LocatorDrift, 2, "No element matches the “Send button” any more.", ElementId: "p4.e2"))]),
            "contact-send" => new(test.Id, Verdict.Flaky, [Fail(1, new(FailureClass.Timing, 2, "The button was covered by the cookie banner for 5 seconds.")), Pass(test, 2, index)]),
            "responsive-home" => new(test.Id, Verdict.NotRun, []),
            _ => new(test.Id, Verdict.Passed, [Pass(test, 1, index)]),
        };
    }

    private static Attempt Pass(TestCase test, int number, int index) => new()
    {
        Number = number,
        Passed = true,
        StartedAt = ReportRun.Started.AddSeconds(60 + (2 * index) + number),
        Milliseconds = 640 + (37 * index),
        Steps = [.. test.Steps.Select((_, i) => new StepResult(i, true, 90 + (25 * i)))],
    };

    private static HealRecord Heal() => new()
    {
        ElementId = "p4.e2",
        Decision = HealDecision.Healed,
        Old = new() { Kind = LocatorKind.Role, Value = "button", Name = "Send" },
        New = new() { Kind = LocatorKind.Role, Value = "button", Name = "Update cart" },
        Proved = true,
        Score = 0.871,
        Margin = 0.39,
        Reason = "Same place in the cart form, same type and classes; only its words changed.",
        CaseIds = ["cart-quantity"],
        Before = Element("", "button", "Send").Print,
        After = Element("", "button", "Update cart").Print with { Classes = ["btn", "btn-primary"] },
        Candidates =
        [
            new(Element("", "button", "Update cart").Print, 0.871, new Dictionary<string, double> { ["role"] = 0.2, ["position"] = 0.31, ["name"] = 0.06 }),
            new(Element("", "button", "Remove").Print, 0.481, new Dictionary<string, double> { ["role"] = 0.2, ["position"] = 0.12 }),
        ],
    };

    private static HealRecord Ambiguous() => new()
    {
        ElementId = "p7.e2",
        Decision = HealDecision.Ambiguous,
        Old = new() { Kind = LocatorKind.Role, Value = "button", Name = "Send" },
        Score = 0.62,
        Margin = 0.02,
        Reason = "“Create account” and “Create business account” are equally similar, so neither was chosen.",
        CaseIds = ["register-email-missing"],
    };

    private static PageElement Element(string id, string role, string name) => new(
        id,
        new() { Tag = role == "link" ? "a" : role == "textbox" ? "input" : "button", Role = role, Name = name, Text = name, Type = role == "button" ? "submit" : null, Classes = ["btn"], Css = "main form > *", Landmark = "main" },
        Visible: true,
        Enabled: true);
}
