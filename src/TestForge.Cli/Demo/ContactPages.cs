namespace TestForge.Cli.Demo;

internal static class ContactPages
{
    private static readonly string[] _topics = ["An order", "A product", "A repair", "Something else"];

    public static DemoResponse Form(DemoRequest request) => Show(request, new FormFields(request.Form));

    public static DemoResponse Send(DemoRequest request)
    {
        var fields = new FormFields(request.Form);
        fields.Require("name", FieldRules.Text(fields["name"], 1, 60), "Enter your name");
        fields.Require("email", FieldRules.Email(fields["email"]), "Enter an email address such as name@example.com");
        fields.Require("topic", _topics.Contains(fields["topic"]), "Choose a topic");
        fields.Require("message", FieldRules.Text(fields["message"], 10, 500), "Write a message of 10 to 500 characters");
        return fields.Valid ? DemoResponse.SeeOther("/contact/thanks") : Show(request, fields);
    }

    public static DemoResponse Thanks(DemoRequest request) =>
        DemoResponse.Page(request, "Message sent", Markup.Of(
            $"""<h1>Thank you</h1><p class="notice" role="status">Your message has been sent. We answer within two working days.</p><p><a class="button" href="/">Back to the start</a></p>"""));

    // No browser checks here (novalidate): this form shows how messages from the server look.
    private static DemoResponse Show(DemoRequest request, FormFields fields) =>
        DemoResponse.Page(request, "Contact us", Markup.Of(
            $"""
            <h1>Contact us</h1><p>Ask about an order, a product or a repair. All fields are required.</p>
            {fields.Summary}
            <form action="/contact" method="post" novalidate class="sheet" aria-label="Contact">
            {fields.Input("name", "Your name", $"required maxlength=60 autocomplete=name")}
            {fields.Input("email", "Your email", $"type=email required maxlength=100 autocomplete=email")}
            {fields.Select("topic", "Topic", _topics, $"required")}
            {fields.Area("message", "Message", $"required minlength=10 maxlength=500", "10 to 500 characters")}
            <button>Send message</button></form>
            """));
}
