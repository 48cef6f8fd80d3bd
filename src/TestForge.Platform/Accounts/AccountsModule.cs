using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Accounts;

public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<BreachRange>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<Join>();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "testforge_form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.FormFieldName = "form_token";
            form.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Account");
        GetMe.Map(me);
        ChangePassword.Map(me);
        EnrolTotp.Map(me);
        ConfirmTotp.Map(me);
        DisableTotp.Map(me);
        RenewRecoveryCodes.Map(me);
        ListSessions.Map(me);
        RevokeSession.Map(me);

        var members = api.MapGroup("/members").WithTags("Members");
        ResetPassword.Map(members);
        EndMemberSessions.Map(members);
    }

    /// <summary>Pages for people, outside of the API.</summary>
    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/account").ExcludeFromDescription();
        JoinPage.Map(pages);
        SignInPage.Map(pages);
        HomePage.Map(pages);
    }
}
