namespace TestForge.Pipeline;

/// <summary>What kind of page a page is.</summary>
public enum PageKind
{
    Home,
    List,
    Detail,
    Form,
    Search,
    SignIn,
    Registration,
    Account,
    Cart,
    Checkout,
    Dashboard,
    Article,
    Contact,
    Help,
    Other,
}
