using System.Globalization;

namespace TestForge.Cli.Demo;

internal static class CheckoutPages
{
    private static readonly string[] _countries = ["England", "Northern Ireland", "Scotland", "Wales"];
    private static readonly string[] _speeds = ["Standard", "Express", "Collect from shop"];
    // Fixed days, because the shop has to look the same whenever it is visited.
    private static readonly DateOnly _firstDay = new(2027, 1, 4);
    private static readonly DateOnly _lastDay = new(2027, 12, 23);

    public static DemoResponse Form(DemoRequest request) =>
        Show(request, new FormFields(request.Session?.Checkout?.Form ?? request.Form));

    public static DemoResponse Send(DemoRequest request)
    {
        var fields = new FormFields(request.Form);
        fields.Require("name", FieldRules.Text(fields["name"], 2, 60), "Enter your full name, 2 to 60 characters");
        fields.Require("email", FieldRules.Email(fields["email"]), "Enter an email address such as name@example.com");
        fields.Require("phone", FieldRules.Phone(fields["phone"]), "Enter a phone number with 7 to 16 digits");
        fields.Require("street", FieldRules.Text(fields["street"], 1, 80), "Enter your street and house number");
        fields.Require("city", FieldRules.Text(fields["city"], 1, 40), "Enter your town or city");
        fields.Require("postcode", FieldRules.Postcode(fields["postcode"]), "Enter a postcode such as LA9 4QT");
        fields.Require("country", _countries.Contains(fields["country"]), "Choose a country");
        fields.Require("speed", _speeds.Contains(fields["speed"]), "Choose how to deliver");
        fields.Require("day", FieldRules.Date(fields["day"], _firstDay, _lastDay), "Choose a delivery day in 2027 from 4 January to 23 December");
        fields.Require("gifts", FieldRules.Number(fields["gifts"], 0, 5), "Enter a number of gift boxes from 0 to 5");
        fields.Require("note", FieldRules.Text(fields["note"], 0, 200), "Keep the note to 200 characters");
        fields.Require("terms", fields["terms"] == "yes", "Accept the terms of sale");
        if (!fields.Valid)
        {
            return Show(request, fields);
        }

        var session = request.NeedSession();
        session.Checkout = new(request.Form,
        [
            new("Full name", fields["name"]), new("Email", fields["email"]), new("Phone", fields["phone"]),
            new("Address", $"{fields["street"]}, {fields["city"]}, {fields["postcode"]}, {fields["country"]}"),
            new("Delivery", $"{fields["speed"]}, {fields["day"]}"), new("Gift boxes", fields["gifts"]),
            new("Note", fields["note"]), new("Newsletter", fields["news"] == "yes" ? "Yes" : "No"),
        ]);
        return DemoResponse.SeeOther("/checkout/review", session);
    }

    public static DemoResponse Review(DemoRequest request)
    {
        if (request.Session?.Checkout is not { } details)
        {
            return DemoResponse.SeeOther("/checkout");
        }

        var rows = Markup.Join(details.Lines.Select(l => Markup.Of(
            $"<div><dt>{l.Key}</dt><dd>{(l.Value.Length == 0 ? "–" : l.Value)}</dd></div>")));
        var cart = Markup.Join(request.Session.Cart.Select(l => Markup.Of(
            $"<li>{l.Quantity} × {l.Product.Name}: {DemoLayout.Price(l.Pounds)}</li>")));
        return DemoResponse.Page(request, "Review your order", Markup.Of(
            $"""
            <h1>Review your order</h1>
            <p class="notice" role="status">This is a sample shop: nothing is charged and nothing is sent.</p>
            <h2>Your details</h2><dl class="facts">{rows}</dl>
            <h2>Your products</h2><ul>{(request.Session.Cart.Count == 0 ? new Markup("<li>No products yet</li>") : cart)}</ul>
            <p class="price">Total: {DemoLayout.Price(request.Session.Cart.Sum(l => l.Pounds))}</p>
            <p class="actions"><a class="button" href="/checkout">Change details</a> <a href="/cart">Change products</a></p>
            """));
    }

    private static DemoResponse Show(DemoRequest request, FormFields fields)
    {
        var speed = fields["speed"].Length == 0 ? "Standard" : fields["speed"];
        var speeds = Markup.Join(_speeds.Select((s, i) => Markup.Of(
            $"""<label class="choice"><input type="radio" name="speed" value="{s}" required id="{(i == 0 ? "speed" : $"speed-{i}")}"{Checked(s == speed)}> {s}</label>""")));
        var empty = (request.Session?.Cart.Count ?? 0) == 0;
        return DemoResponse.Page(request, "Checkout", Markup.Of(
            $"""
            <h1>Checkout</h1>
            {Markup.If(empty, $"""<p class="notice">Your cart is empty. You can fill in your details now and <a href="/products">choose products</a> later.</p>""")}
            {fields.Summary}
            <form action="/checkout" method="post" class="sheet" aria-label="Checkout">
            <fieldset><legend>Your details</legend>
            {fields.Input("name", "Full name", $"required minlength=2 maxlength=60 autocomplete=name")}
            {fields.Input("email", "Email", $"type=email required maxlength=100 autocomplete=email")}
            {fields.Input("phone", "Phone (optional)", $"type=tel pattern=\"{FieldRules.PhonePattern}\" autocomplete=tel title=\"7 to 16 digits\"", "7 to 16 digits, may start with +")}
            </fieldset>
            <fieldset><legend>Address</legend>
            {fields.Input("street", "Street and number", $"required maxlength=80 autocomplete=street-address")}
            {fields.Input("city", "Town or city", $"required maxlength=40 autocomplete=address-level2")}
            {fields.Input("postcode", "Postcode", $"required pattern=\"{FieldRules.PostcodePattern}\" title=\"A postcode such as LA9 4QT\" autocomplete=postal-code", "For example LA9 4QT")}
            {fields.Select("country", "Country", _countries, $"required autocomplete=country-name")}
            </fieldset>
            <fieldset><legend>Delivery</legend><div class="choices" role="radiogroup" aria-label="Delivery speed">{speeds}</div>{fields.Error("speed")}
            {fields.Input("day", "Delivery day", $"type=date required min={Day(_firstDay)} max={Day(_lastDay)}", "From 4 January to 23 December 2027")}
            {fields.Input("gifts", "Gift boxes", $"type=number required min=0 max=5 step=1", "0 to 5")}
            {fields.Area("note", "Note for the driver (optional)", $"maxlength=200", "At most 200 characters")}
            </fieldset>
            <label class="choice"><input type="checkbox" id="news" name="news" value="yes"{Checked(fields["news"] == "yes")}> Send me the newsletter</label>
            <label class="choice"><input type="checkbox" id="terms" name="terms" value="yes" required{Checked(fields["terms"] == "yes")}> I accept the terms of sale</label>{fields.Error("terms")}
            <button>Continue</button></form>
            """));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Markup Checked(bool on) => Markup.If(on, $" checked");
}
