using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>A plan for <see cref="SampleSite"/> that does and checks everything there is.</summary>
internal static class SamplePlan
{
    public static TestPlan Of(Uri target) => new()
    {
        Target = target,
        Features =
        [
            new("browsing", "Browsing", "People find their way through the shop."),
            new("searching", "Searching", "People find what they look for."),
            new("sign-in", "Sign in", "Only people with an account see it."),
        ],
        Pages = [new("p1", "Home page", "/"), new("p2", "Products page", "/products"), new("p3", "Sign in page", "/login"), new("p4", "Account page", "/account"), new("p5", "Stock page", "/stock")],
        Elements =
        [
            Element("p1.products", "p1", "Products link", Role("link", "Products") with { Within = Role("navigation", "Main") }),
            Element("p1.heading", "p1", "main heading", new() { Kind = LocatorKind.Role, Value = "heading", Nth = 0 }),
            Element("p1.search", "p1", "Search field", new() { Kind = LocatorKind.Label, Value = "Search" }),
            Element("p1.form", "p1", "search form", new() { Kind = LocatorKind.Css, Value = "form" }),
            Element("p1.sort", "p1", "Sort list", new() { Kind = LocatorKind.Css, Value = "select[name=\"sort\"]" }),
            Element("p1.stock", "p1", "In stock checkbox", Role("checkbox", "In stock")),
            Element("p1.find", "p1", "Find button", Role("button", "Find")),
            Element("p1.empty", "p1", "Empty basket button", new() { Kind = LocatorKind.Text, Value = "Empty basket" }),
            Element("p1.advert", "p1", "Show me button", Role("button", "Show me") with { Frames = ["iframe[title='Advert']"] }),
            Element("p1.thanks", "p1", "Thanks button", Role("button", "Thanks") with { Frames = ["iframe[title='Advert']"] }),
            Element("p2.cake", "p2", "Add button", Role("button", "Add") with { Within = new() { Kind = LocatorKind.TestId, Value = "cake", Within = Role("list", null) } }),
            Element("p2.message", "p2", "message", new() { Kind = LocatorKind.Css, Value = "output" }),
            Element("p3.email", "p3", "Email field", new() { Kind = LocatorKind.Label, Value = "Email" }),
            Element("p3.password", "p3", "Password field", new() { Kind = LocatorKind.Label, Value = "Password" }),
            Element("p3.submit", "p3", "Sign in button", Role("button", "Sign in")),
            Element("p5.order", "p5", "order", new() { Kind = LocatorKind.Css, Value = ".order" }),
            Element("p5.total", "p5", "total", new() { Kind = LocatorKind.Css, Value = ".total" }),
            Element("p5.prices", "p5", "prices", new() { Kind = LocatorKind.Css, Value = ".stock i" }),
            Element("p5.day", "p5", "Day field", new() { Kind = LocatorKind.Label, Value = "Day" }),
            Element("p5.size", "p5", "Size list", new() { Kind = LocatorKind.Label, Value = "Size" }),
            Element("p5.item", "p5", "Item field", new() { Kind = LocatorKind.Label, Value = "Item" }),
            Element("p5.store", "p5", "Store button", Role("button", "Store")),
            Element("p5.own", "p5", "own entry", new() { Kind = LocatorKind.Css, Value = ".stock > li", HasText = "Pie ${unique}" }),
        ],
        Cases =
        [
            Case("home-works", "browsing", "The home page works", "A page that does not load loses every visitor.",
                Given("the Home page is open", new StepAction.Navigate("/")),
                Then("the server answers with 200", new StepAction.ExpectStatus(200)),
                Then("the page is called Sample Shop", new StepAction.ExpectTitle("Sample Shop")),
                Then("the heading is shown", new StepAction.ExpectText("p1.heading", "WELCOME TO THE “SHOP”")),
                Then("the offer is shown", new StepAction.ExpectPageText("Everything is half price")),
                Then("no other site may frame it", new StepAction.ExpectHeader("X-Frame-Options", "SAMEORIGIN")),
                Then("the console has no new error", new StepAction.ExpectConsoleClean([$"Slow: 99 ms at {target.GetLeftPart(UriPartial.Authority)}/x", "Error: bad item 3", "Failed to load resource: the server responded with a status of 500 (Internal Server Error)"])),
                Then("no further request fails", new StepAction.ExpectRequestsSucceed(["/api/broken"])),
                Then("nothing is loaded without encryption", new StepAction.ExpectNoMixedContent()),
                Then("it is fast enough", new StepAction.ExpectWebVitals(60_000, 60_000, 2.5)),
                Then("axe-core finds nothing", new StepAction.ExpectAccessible(["wcag2a", "wcag2aa"], ["color-contrast"])),
                Then("its links resolve", new StepAction.ExpectLinksResolve(["/products", "/login", "/advert"]))),
            Case("products-open", "browsing", "The Products link leads to the products", "",
                Given("the Home page is open", new StepAction.Navigate("/")),
                When("the user clicks the Products link", new StepAction.Click("p1.products")),
                Then("the address is /products", new StepAction.ExpectUrl("/products")),
                When("the user goes back", new StepAction.Back()),
                Then("the address is the home page's", new StepAction.ExpectUrl("/")),
                When("the user clicks the Products link", new StepAction.Click("p1.products")),
                When("the user adds the cake", new StepAction.Click("p2.cake")),
                Then("the message says so", new StepAction.ExpectText("p2.message", "Cake added"))),
            Case("narrow", "browsing", "The home page fits a phone", "",
                Given("a phone's screen", new StepAction.Resize(390, 844)),
                When("the user opens the Home page", new StepAction.Navigate("/")),
                Then("the page fits", new StepAction.ExpectFitsViewport()),
                When("the user clicks Empty basket", new StepAction.Click("p1.empty")),
                Then("nothing is deleted", new StepAction.ExpectTitle("Kept")),
                When("the user clicks Show me", new StepAction.Click("p1.advert")),
                Then("Thanks is shown", new StepAction.ExpectVisible("p1.thanks"))),
            Case("missing", "browsing", "A page that is not there says so", "",
                Given("the Sign in page is open", new StepAction.Navigate("/login")),
                Then("the console is clean", new StepAction.ExpectConsoleClean([])),
                Then("all requests succeed", new StepAction.ExpectRequestsSucceed([])),
                When("the user opens an address that is not there", new StepAction.Navigate("/nowhere?a=1#b")),
                Then("the server answers with 404", new StepAction.ExpectStatus(404)),
                Then("the address stays", new StepAction.ExpectUrl("/nowhere?a=1#b"))),
            Case("search-required", "searching", "Search needs words", "",
                Given("the Home page is open", new StepAction.Navigate("/")),
                Then("the search form looks as ever", new StepAction.ExpectPicture("p1.form", "home-form", [])),
                Then("so does the heading", new StepAction.ExpectPicture("p1.heading", "home-heading", ["main > p", "h1 + form select"])),
                When("the user clicks Find", new StepAction.Click("p1.find")),
                Then("the search field is refused", new StepAction.ExpectInvalid("p1.search")),
                Then("the address stays", new StepAction.ExpectUrl("/"))),
            Case("search", "searching", "Search finds", "",
                Given("the Home page is open", new StepAction.Navigate("/")),
                When("the user types a word", new StepAction.Fill("p1.search", "tea & \"cake\"")),
                Then("the field holds it", new StepAction.ExpectValue("p1.search", "tea & \"cake\"")),
                When("the user chooses an order", new StepAction.Choose("p1.sort", "Cheapest first")),
                When("the user ticks In stock", new StepAction.SetChecked("p1.stock", true)),
                When("the user presses Enter", new StepAction.Press("p1.search", "Enter")),
                Then("the results are shown", new StepAction.ExpectUrl("/search?q=tea+%26+%22cake%22&sort=Cheapest+first&stock=on"))),
            Case("stock", "browsing", "The stock adds up", "",
                Given("the Stock page is open", new StepAction.Navigate("/stock")),
                Then("the address is like it", new StepAction.ExpectUrlLike("/st*")),
                Then("the total is the sum", new StepAction.ExpectSum("p5.total", "p5.prices")),
                Then("the stock is answered", new StepAction.ExpectAnswer("GET", "/api/stock/*", 200, ["total: number", "note: string", "items: array", "items[].title: string", "items[].price: number"])),
                Then("the stock is answered at all", new StepAction.ExpectAnswer("GET", "/api/stock/*", 200, [])),
                Then("the prices are in order", new StepAction.ExpectSorted("p5.prices", false)),
                Then("each price is in pounds", new StepAction.ExpectEach("p5.prices", "£")),
                When("the user notes the order", new StepAction.Note("p5.order", "number", DigitsOnly: true)),
                When("the user notes the total", new StepAction.Note("p5.total", "total")),
                Then("the order has the number", new StepAction.ExpectContains("p5.order", "ORDER ${noted:number}")),
                When("the user chooses a day", new StepAction.FillDate("p5.day", DateBound.Earliest, 3)),
                Then("the day is three days later", new StepAction.ExpectValue("p5.day", "2031-01-13")),
                When("the user chooses the last day", new StepAction.FillDate("p5.day", DateBound.Latest, 0)),
                When("the user chooses a size", new StepAction.ChooseAt("p5.size", 2)),
                Then("the size is chosen", new StepAction.ExpectContains("p5.size", "Large")),
                When("the user types an item", new StepAction.Fill("p5.item", "Pie ${unique}")),
                When("the user clicks the total twice", new StepAction.DoubleClick("p5.total")),
                When("the user stores it", new StepAction.Click("p5.store")),
                Then("it is shown", new StepAction.ExpectPageText("Pie ${unique}")),
                Then("it is listed", new StepAction.ExpectVisible("p5.own")),
                Then("the total is another", new StepAction.ExpectChanged("p5.total", "total")),
                When("the user presses Escape", new StepAction.PressKey("Escape")),
                When("the user loads the page again", new StepAction.Reload()),
                Then("it is gone", new StepAction.ExpectNoPageText("Pie ${unique}")),
                Then("it is not listed", new StepAction.ExpectHidden("p5.own"))),
            Case("account", "sign-in", "A member sees the account", "",
                Given("the Account page is open", new StepAction.Navigate("/account")),
                Then("it greets the member", new StepAction.ExpectPageText("Hello Ann"))),
            Case("stranger", "sign-in", "A stranger is asked to sign in", "",
                Given("the Account page is asked for", new StepAction.Navigate("/account")),
                Then("the Sign in page is shown", new StepAction.ExpectUrl("/login")),
                When("the user fills the email", new StepAction.Fill("p3.email", "${env:SAMPLE_EMAIL}")),
                When("the user fills a wrong password", new StepAction.Fill("p3.password", "not ${env:SAMPLE_PASSWORD}!")),
                When("the user signs in", new StepAction.Click("p3.submit")),
                Then("the user is told", new StepAction.ExpectPageText("Wrong email or password"))) with { Anonymous = true },
        ],
        Login = new()
        {
            Url = "/login",
            Steps =
            [
                new("fill", new() { Kind = LocatorKind.Label, Value = "Email" }, "${env:SAMPLE_EMAIL}"),
                new("fill", new() { Kind = LocatorKind.Label, Value = "Password" }, "${env:SAMPLE_PASSWORD}"),
                new("click", Role("button", "Sign in")),
            ],
            Success = new("/account", new() { Kind = LocatorKind.Text, Value = "Hello Ann" }),
        },
    };

    public static LocatorSpec Role(string role, string? name) => new() { Kind = LocatorKind.Role, Value = role, Name = name };

    public static PlanElement Element(string id, string pageId, string name, LocatorSpec locator) => new(id, pageId, name, locator, new() { Tag = "button" });

    public static TestCase Case(string id, string featureId, string title, string why, params TestStep[] steps) => new()
    {
        Id = id,
        Title = title,
        FeatureId = featureId,
        Technique = "smoke",
        Why = why,
        Steps = steps,
    };

    public static TestStep Given(string text, StepAction action) => new(StepKeyword.Given, text, action);

    public static TestStep When(string text, StepAction action) => new(StepKeyword.When, text, action);

    public static TestStep Then(string text, StepAction action) => new(StepKeyword.Then, text, action);
}
