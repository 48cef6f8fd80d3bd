using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Accounts;

internal static class AccountErrors
{
    public static ApiProblem NoPassword() =>
        new(StatusCodes.Status409Conflict, "account.no_password", "The member signs in elsewhere and has no password here, so there is nothing to change. Ask an admin of the tenant for a link to set one.");

    public static ApiProblem WrongPassword() =>
        new(StatusCodes.Status403Forbidden, "account.wrong_password", "The current password is wrong, or there were too many tries. Wait a while, and try again.") { KeepsChanges = true };

    public static ApiProblem WrongCode() =>
        new(StatusCodes.Status403Forbidden, "account.wrong_code", "The code is wrong, was used already, or there were too many tries. Wait for the next code, and check the clock of the device.") { KeepsChanges = true };

    public static ApiProblem CodesOn() => new(StatusCodes.Status409Conflict, "account.codes_on", "One-time codes are on. Turn them off first to enrol another device.");

    public static ApiProblem CodesOff() => new(StatusCodes.Status409Conflict, "account.codes_off", "One-time codes are not on, or no device is being enrolled. Begin with POST /api/v1/me/totp.");

    public static ApiProblem SessionNotFound(Guid id) => new(StatusCodes.Status404NotFound, "account.session_not_found", $"There is no session {id}.");
}
