namespace TestForge.Engine.Discovery.Flows;

/// <summary>The kinds of <see cref="Pipeline.BusinessFlow"/>.</summary>
internal static class FlowKinds
{
    public const string Authentication = "authentication";
    public const string Registration = "registration";
    public const string Search = "search";
    public const string Cart = "cart";
    public const string Checkout = "checkout";
    public const string Create = "create";
    public const string Read = "read";
    public const string Update = "update";
    public const string Delete = "delete";
    public const string Contact = "contact";
}
