namespace TestForge.Cli.Demo;

internal static class AccountPages
{
    private const string UserName = "demo";
    private const string Password = "demo-pass";

    public static DemoResponse LogIn(DemoRequest request) =>
        request.Session is { SignedIn: true } ? DemoResponse.SeeOther("/account") : Show(request, false);

    public static DemoResponse Send(DemoRequest request)
    {
        if (request.Sent("username") != UserName || request.Form["password"] != Password)
        {
            return Show(request, true);
        }

        // A new session for the signed-in visitor would lose the cart, so the old one is kept.
        var session = request.NeedSession();
        session.SignedIn = true;
        return DemoResponse.SeeOther("/account", session);
    }

    public static DemoResponse Account(DemoRequest request) =>
        request.Session is not { SignedIn: true }
            ? DemoResponse.SeeOther("/login")
            : DemoResponse.Page(request, "Your account", Markup.Of(
                $"""
                <h1>Your account</h1><p>Welcome back, Demo Walker.</p>
                <section aria-labelledby="orders"><h2 id="orders">Orders</h2>
                <table><caption class="hidden">Your orders</caption><thead><tr><th scope="col">Order</th><th scope="col">Placed</th><th scope="col">State</th><th scope="col">Total</th></tr></thead>
                <tbody><tr><th scope="row">LM-1042</th><td>14 March 2026</td><td>Delivered</td><td>£187.00</td></tr>
                <tr><th scope="row">LM-1107</th><td>2 May 2026</td><td>On its way</td><td>£46.00</td></tr></tbody></table></section>
                <section aria-labelledby="address"><h2 id="address">Address</h2><p>Demo Walker<br>7 Example Lane<br>Larkmoor LA9 4QT</p></section>
                <p><a class="button" href="/logout">Log out of your account</a></p>
                """));

    public static DemoResponse LogOut(DemoRequest request)
    {
        if (request.Session is { } session)
        {
            request.Sessions.End(session);
        }

        return DemoResponse.SeeOther("/");
    }

    private static DemoResponse Show(DemoRequest request, bool refused) =>
        DemoResponse.Page(request, "Log in", Markup.Of(
            $"""
            <h1>Log in</h1>
            {Markup.If(refused, $"""<div class="errors" role="alert"><p>The user name or password is not correct.</p></div>""")}
            <form action="/login" method="post" class="sheet narrow" aria-label="Log in">
            <div class="field"><label for="username">User name</label><input id="username" name="username" required maxlength="40" autocomplete="username" value="{request.Sent("username")}"></div>
            <div class="field"><label for="password">Password</label><input id="password" name="password" type="password" required maxlength="40" autocomplete="current-password"></div>
            <button>Log in</button></form>
            <p class="muted">Sample account: <code>demo</code> with <code>demo-pass</code></p>
            """));
}
